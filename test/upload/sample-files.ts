const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A real PNG of one pixel, followed by bytes that decoders skip. */
export function pngFile(name = 'dot.png', extraBytes = 0): File {
  const bytes = Uint8Array.from(atob(pixel), (character) => character.charCodeAt(0));
  return new File([bytes, new Uint8Array(extraBytes)], name, { type: 'image/png' });
}

/** The header of a PNG of that size. No decoder would take it; our checks read no further. */
export function pngHeader(width: number, height: number, name = 'wide.png'): File {
  const bytes = new DataView(new ArrayBuffer(64));
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].forEach((byte, at) => bytes.setUint8(at, byte));
  bytes.setUint32(16, width);
  bytes.setUint32(20, height);
  return new File([bytes.buffer], name, { type: 'image/png' });
}
