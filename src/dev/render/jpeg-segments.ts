const exifMark = 'Exif\0\0';
const xmpMark = 'http://ns.adobe.com/xap/1.0/\0';
const orientationTag = 0x0112;
// The length field of a segment has two bytes and counts itself.
const maxSegment = 0xffff - 2;

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function segment(mark: string, content: Uint8Array): Uint8Array[] {
  const head = new TextEncoder().encode(mark);
  const length = head.length + content.length;
  if (length > maxSegment) return [];
  return [Uint8Array.of(0xff, 0xe1, (length + 2) >> 8, (length + 2) & 0xff), head, content];
}

/** A copy of an EXIF block that says "upright": the turn it asked for has been made. */
function uprightExif(block: Uint8Array): Uint8Array {
  const marked = String.fromCharCode(...block.subarray(0, 4)) === 'Exif';
  // Not slice(): of a Buffer that is no copy.
  const tiff = new Uint8Array(block.subarray(marked ? exifMark.length : 0));
  const view = new DataView(tiff.buffer);
  if (view.byteLength < 14) return tiff;
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > view.byteLength) return tiff;
  for (let index = 0; index < view.getUint16(directory, little); index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 12 > view.byteLength) break;
    if (view.getUint16(entry, little) === orientationTag) view.setUint16(entry + 8, 1, little);
  }
  return tiff;
}

/**
 * A JPEG with the metadata of its source put back, unchanged but for the orientation. Written
 * by hand because the pixels may have left the decoder in between, and their metadata then
 * has no way through it. Blocks too long for one segment are left out.
 */
export function withSourceMetadata(
  jpeg: Uint8Array,
  { exif, xmp }: { exif?: Uint8Array | undefined; xmp?: Uint8Array | undefined },
): Uint8Array {
  return concat([
    jpeg.subarray(0, 2),
    ...(exif === undefined ? [] : segment(exifMark, uprightExif(exif))),
    ...(xmp === undefined ? [] : segment(xmpMark, xmp)),
    jpeg.subarray(2),
  ]);
}
