/**
 * The bytes of a stream, or undefined when there are more than `maxBytes`. With `drain` a longer
 * stream is still read to its end, without being kept.
 */
export async function readAtMost(
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  { drain }: { drain: boolean },
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) break;
    length += chunk.value.length;
    if (length <= maxBytes) {
      chunks.push(chunk.value);
      continue;
    }
    chunks.length = 0;
    if (drain) continue;
    await reader?.cancel();
    return undefined;
  }
  return length > maxBytes ? undefined : concatenate(chunks, length);
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
