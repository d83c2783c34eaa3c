/**
 * The same response, whose body tells what was read of it. It reads no faster than its reader
 * and stops where the reader stops, so that nothing a test measures changes.
 *
 * @param onEnd gets the whole body, or undefined when it broke off or was not wanted any more
 */
export function passThrough(
  response: Response,
  onEnd: (body: Uint8Array | undefined) => void,
): Response {
  if (!response.body) {
    onEnd(new Uint8Array());
    return response;
  }
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) {
            chunks.push(value);
            controller.enqueue(value);
            return;
          }
        } catch (error) {
          onEnd(undefined);
          controller.error(error);
          return;
        }
        onEnd(new Uint8Array(Buffer.concat(chunks)));
        controller.close();
      },
      cancel(reason) {
        onEnd(undefined);
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}
