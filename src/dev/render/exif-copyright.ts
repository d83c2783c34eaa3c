const copyrightTag = 0x8298;
const asciiType = 2;

/**
 * The Copyright text of an EXIF block, or undefined. What `metadata=copyright` keeps; a whole
 * EXIF library would be bought for this one tag.
 *
 * @param exif the block as sharp hands it out, with or without its `Exif\0\0` mark
 */
export function exifCopyright(exif: Uint8Array): string | undefined {
  const marked = String.fromCharCode(...exif.subarray(0, 4)) === 'Exif';
  const tiff = exif.subarray(marked ? 6 : 0);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  try {
    const little = view.getUint16(0) === 0x4949;
    const directory = view.getUint32(4, little);
    const count = view.getUint16(directory, little);
    for (let index = 0; index < count; index += 1) {
      const entry = directory + 2 + index * 12;
      if (view.getUint16(entry, little) !== copyrightTag) continue;
      if (view.getUint16(entry + 2, little) !== asciiType) return undefined;
      const length = view.getUint32(entry + 4, little);
      const start = length <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
      const words = new TextDecoder().decode(tiff.subarray(start, start + length));
      return words.replaceAll('\0', ' ').trim() || undefined;
    }
  } catch (error) {
    // A block that points outside itself holds no copyright that anyone could read.
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}
