import { jpegSize } from './jpeg-size.js';

/** What the first bytes of a file say about it, whatever its name and `File.type` claim. */
export interface ImageFacts {
  /** Media type by content; "" when the bytes are of no kind that we know. */
  type: string;
  /** Words for what it is: "a PDF document". Empty when not known. */
  label: string;
  /** Pixels as a person sees them: EXIF rotation applied. Absent where the header does not say. */
  width?: number;
  height?: number;
}

type Kind = readonly [pattern: RegExp, type: string, label: string];

const unknownKind: Kind = [/^/, '', ''];

/**
 * Signatures, tried in this order. Text is Latin-1, so that a byte is a character. HEIC comes
 * after AVIF: both are ISO files, and an AVIF may carry the general brand "mif1".
 */
const kinds: readonly Kind[] = [
  [/^\xff\xd8\xff/, 'image/jpeg', 'a JPEG image'],
  [/^\x89PNG\r\n\x1a\n/, 'image/png', 'a PNG image'],
  [/^GIF8[79]a/, 'image/gif', 'a GIF image'],
  [/^RIFF[^]{4}WEBP/, 'image/webp', 'a WebP image'],
  [/^[^]{4}ftyp[^]{0,24}avi[fs]/, 'image/avif', 'an AVIF image'],
  [/^[^]{4}ftyp(hei|hev|mif1|msf1)/, 'image/heic', 'a HEIC image'],
  [/^%PDF/, 'application/pdf', 'a PDF document'],
  [/^PK\x03\x04/, 'application/zip', 'a ZIP archive or office document'],
  [/^(II\*\0|MM\0\*)/, 'image/tiff', 'a TIFF image'],
  [/^BM[^]{4}\0\0\0\0/, 'image/bmp', 'a BMP image'],
  [/^[^]{4}ftyp/, 'video/mp4', 'a video'],
  [/^<svg[\s>/]/i, 'image/svg+xml', 'an SVG image'],
  [/^<html/i, 'text/html', 'a web page'],
];

/** Reads the facts from the header of a file. Rejects when the file cannot be read. */
export async function readImageFacts(file: Blob): Promise<ImageFacts> {
  const view = new DataView(await file.slice(0, 4096).arrayBuffer());
  const text = String.fromCharCode(...new Uint8Array(view.buffer));
  const root = skipProlog(text);
  const [, type, label] =
    kinds.find(([pattern]) => pattern.test(text) || pattern.test(root)) ?? unknownKind;
  const size = type === 'image/jpeg' ? await jpegSize(file) : sizeOf(type, text, view);
  return { type, label, ...(size && { width: size[0], height: size[1] }) };
}

// What may stand before the root element of markup: a byte order mark, space, a declaration,
// comments, a doctype. One at a time, because a single pattern for all of them can be made to
// backtrack for hours by a file of a kilobyte.
function skipProlog(text: string): string {
  const rest = text.replace(
    /^(\xef\xbb\xbf)?\s*(<\?[^]*?\?>|<!--[^]*?-->|<!doctype[^>[]*(\[[^\]]*\]\s*)?>)?\s*/i,
    '',
  );
  return rest === text ? rest : skipProlog(rest);
}

function sizeOf(type: string, text: string, view: DataView): [number, number] | undefined {
  if (view.byteLength < 30) return undefined;
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  if (type === 'image/png') return [view.getUint32(16), view.getUint32(20)];
  if (type === 'image/gif') return [view.getUint16(6, true), view.getUint16(8, true)];
  if (type !== 'image/webp') return undefined;
  switch (text.slice(12, 16)) {
    case 'VP8X':
      return [uint24(24) + 1, uint24(27) + 1];
    case 'VP8L': {
      // After the signature byte: 14 bits of width - 1, then 14 bits of height - 1.
      const bits = view.getUint32(21, true);
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
    }
    case 'VP8 ':
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  }
  return undefined;
}
