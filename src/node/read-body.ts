import type { IncomingMessage } from 'node:http';

/**
 * The body of a message as a stream that reads from the socket only when it is asked to: an
 * upload goes through as fast as its reader takes it and is nowhere held whole.
 */
export function readBody(message: IncomingMessage): ReadableStream<Uint8Array> {
  // Not Readable.toWeb: it touches the message at once, and node:http then no longer throws
  // away by itself what a handler leaves unread.
  let chunks: AsyncIterator<Buffer> | undefined;
  return new ReadableStream(
    {
      async pull(controller) {
        // Not destroyed when reading ends early, for the answer leaves by the same socket.
        chunks ??= message.iterator({ destroyOnReturn: false });
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(new Uint8Array(value));
      },
      async cancel() {
        await chunks?.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
