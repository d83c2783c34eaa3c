import type { SourceFormat } from './image-facts.js';

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where the first scan of a JPEG starts. Its thumbnail, an image of its own, lies before. */
function scanStart(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    if (bytes[at + 1] === 0xda) return at;
    at += bytes[at + 1] === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return -1;
}

/** Inside a scan the end mark can stand for nothing else; what follows it is none of ours. */
function isJpegComplete(bytes: Uint8Array): boolean {
  const start = scanStart(bytes);
  if (start < 0) return false;
  for (let at = bytes.lastIndexOf(0xd9); at > start; at = bytes.lastIndexOf(0xd9, at - 1)) {
    if (bytes[at - 1] === 0xff) return true;
  }
  return false;
}

function isPngComplete(bytes: Uint8Array): boolean {
  const view = viewOf(bytes);
  const end = 0x49454e44;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === end) return true;
  }
  return false;
}

/** Length of a GIF's colour table by its flags. */
function tableLength(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Many GIFs lack their last byte; whole blocks up to the end of the file are whole enough. */
function isGifComplete(bytes: Uint8Array): boolean {
  const byte = (at: number) => bytes[at] ?? 0;
  let at = 13 + tableLength(byte(10));
  while (at < bytes.length && byte(at) !== 0x3b) {
    if (byte(at) !== 0x21 && byte(at) !== 0x2c) return false;
    at += byte(at) === 0x21 ? 2 : 11 + tableLength(byte(at + 9));
    while (at < bytes.length && byte(at) !== 0) at += byte(at) + 1;
    at += 1;
  }
  return at <= bytes.length;
}

/**
 * False when a file says itself that its end is missing. Reading the marks is a thousand times
 * cheaper than decoding, and an upload that was cut short is caught before it is stored.
 */
export function isComplete(bytes: Uint8Array, format: SourceFormat): boolean {
  switch (format) {
    case 'jpeg':
      return isJpegComplete(bytes);
    case 'png':
      return isPngComplete(bytes);
    case 'gif':
      return isGifComplete(bytes);
    case 'webp':
      // The length of a RIFF file leaves out its own first eight bytes.
      return viewOf(bytes).getUint32(4, true) + 8 <= bytes.length + 1;
    default:
      return true;
  }
}
