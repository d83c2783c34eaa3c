import type { SourceFormat } from './image-facts.js';

function lastIndexOfPair(bytes: Uint8Array, first: number, second: number): number {
  for (let at = bytes.lastIndexOf(second); at > 0; at = bytes.lastIndexOf(second, at - 1)) {
    if (bytes[at - 1] === first) return at - 1;
  }
  return -1;
}

/** Where the first scan of a JPEG starts. Its thumbnail, an image of its own, lies before. */
function scanStart(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return -1;
    if (bytes[at + 1] === 0xff) {
      at += 1;
    } else if (bytes[at + 1] === 0xda) {
      return at;
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return -1;
}

function riffLength(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true) + 8;
}

/**
 * False when a file says itself that its end is missing. Reading the marks is a thousand times
 * cheaper than decoding, and an upload that was cut short is caught before it is stored.
 */
export function isComplete(bytes: Uint8Array, format: SourceFormat): boolean {
  if (format === 'jpeg') {
    const start = scanStart(bytes);
    return start > 0 && lastIndexOfPair(bytes, 0xff, 0xd9) > start;
  }
  if (format === 'png') return lastIndexOfPair(bytes.subarray(8), 0x49, 0x45) > 0;
  if (format === 'gif') return bytes.includes(0x3b, Math.max(13, bytes.length - 64));
  if (format === 'webp') return riffLength(bytes) <= bytes.length + 1;
  return true;
}
