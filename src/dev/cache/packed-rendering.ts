import type { Rendering } from '../render/renderer.js';

/**
 * A finished image as one run of bytes: a line of JSON with what is known of it and how long
 * it is, then its own bytes.
 */
export function packRendering({ bytes, ...facts }: Rendering): Uint8Array {
  const head = new TextEncoder().encode(`${JSON.stringify({ ...facts, length: bytes.length })}\n`);
  const packed = new Uint8Array(head.length + bytes.length);
  packed.set(head);
  packed.set(bytes, head.length);
  return packed;
}

/** The image again, or undefined when the bytes are not a whole one. */
export function unpackRendering(packed: Uint8Array): Rendering | undefined {
  const end = packed.indexOf(10);
  const bytes = packed.subarray(end + 1);
  try {
    const head: unknown = JSON.parse(new TextDecoder().decode(packed.subarray(0, end)));
    if (typeof head !== 'object' || head === null) return undefined;
    const { contentType, width, height, length } = head as Record<string, unknown>;
    return typeof contentType === 'string' &&
      typeof width === 'number' &&
      typeof height === 'number' &&
      length === bytes.length
      ? { bytes, contentType, width, height }
      : undefined;
  } catch {
    return undefined;
  }
}
