import { ConnectionLost } from './connection-lost.js';
import { wait } from './wait.js';

export interface StreamLimits {
  bytesPerSecond: number | undefined;
  /** The stream fails once so many bytes have passed. */
  cutAfter: number | undefined;
  onCut?: () => void;
  signal: AbortSignal;
}

// Ten pieces a second: slow enough to be cheap, fine enough for a progress bar.
const piecesPerSecond = 10;

/** The same bytes, slower, or not to their end. Reads on only as fast as it is read. */
export function limitStream(
  source: ReadableStream<Uint8Array>,
  { bytesPerSecond, cutAfter, onCut, signal }: StreamLimits,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const pieceLength = bytesPerSecond && Math.max(1, Math.ceil(bytesPerSecond / piecesPerSecond));
  let rest: Uint8Array = new Uint8Array(0);
  let left = cutAfter ?? Number.POSITIVE_INFINITY;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (left <= 0) {
          onCut?.();
          await reader.cancel();
          controller.error(new ConnectionLost());
          return;
        }
        if (rest.length === 0) {
          const chunk = await reader.read();
          if (chunk.done) return controller.close();
          rest = chunk.value;
        }
        const length = Math.min(pieceLength ?? rest.length, rest.length, left);
        if (bytesPerSecond) await wait((length / bytesPerSecond) * 1000, signal);
        controller.enqueue(rest.subarray(0, length));
        rest = rest.subarray(length);
        left -= length;
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
