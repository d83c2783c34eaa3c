/**
 * Width and height of a JPEG as it is shown: from its start-of-frame segment, turned as its EXIF
 * orientation says. It walks from segment to segment instead of reading the head as a whole,
 * because a phone may store megabytes of depth map and previews before the frame. Undefined when
 * the file ends or makes no sense before that.
 */
export async function jpegSize(file: Blob): Promise<[number, number] | undefined> {
  let at = 2;
  let lies = false;
  // Nothing real has more segments before the frame; a made-up file could have millions.
  for (let segment = 0; segment < 500; segment += 1) {
    const view = new DataView(await file.slice(at, at + 9).arrayBuffer());
    if (view.byteLength < 9 || view.getUint8(0) !== 0xff) return undefined;
    const marker = view.getUint8(1);
    if (marker === 0xff) {
      at += 1; // a fill byte
      continue;
    }
    // Start of frame is C0 to CF, except for the tables at C4, C8 and CC.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const size: [number, number] = [view.getUint16(7), view.getUint16(5)];
      return lies ? [size[1], size[0]] : size;
    }
    const length = view.getUint16(2);
    if (marker === 0xe1) lies ||= await isTurned(file.slice(at + 4, at + 2 + length));
    at += 2 + length;
  }
  return undefined;
}

const orientationTag = 0x112;

// Orientations 5 to 8 turn by a quarter. The tag stands in the first directory of the EXIF block.
async function isTurned(segment: Blob): Promise<boolean> {
  const view = new DataView(await segment.slice(0, 4096).arrayBuffer());
  try {
    if (view.getUint32(0) !== 0x45786966) return false; // "Exif"
    const little = view.getUint16(6) === 0x4949;
    const directory = 6 + view.getUint32(10, little);
    const entries = view.getUint16(directory, little);
    for (let entry = 0; entry < entries; entry += 1) {
      const tag = directory + 2 + entry * 12;
      if (view.getUint16(tag, little) === orientationTag) {
        return view.getUint16(tag + 8, little) >= 5;
      }
    }
  } catch {
    // A block that points beyond its end turns nothing.
  }
  return false;
}
