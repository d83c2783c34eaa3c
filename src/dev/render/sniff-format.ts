import type { SourceFormat } from './image-facts.js';
import { looksLikeSvg } from './svg-root.js';

const avifBrands = new Set(['avif', 'avis']);
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

function text(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function brandedFormat(bytes: Uint8Array): SourceFormat | undefined {
  const boxLength = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  const brands = [text(bytes, 8, 12)];
  for (let at = 16; at + 4 <= Math.min(boxLength, bytes.length, 256); at += 4) {
    brands.push(text(bytes, at, at + 4));
  }
  // Both families list `mif1`; only one of them says AVIF.
  if (brands.some((brand) => avifBrands.has(brand))) return 'avif';
  return brands.some((brand) => heicBrands.has(brand)) ? 'heic' : undefined;
}

/**
 * The format of an image by its first bytes, or undefined for anything the service does not
 * accept. Decoders are only ever shown bytes that passed here.
 */
export function sniffFormat(bytes: Uint8Array): SourceFormat | undefined {
  if (bytes.length < 12) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(bytes, 0, 6) === 'GIF87a' || text(bytes, 0, 6) === 'GIF89a') return 'gif';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (text(bytes, 4, 8) === 'ftyp') return brandedFormat(bytes);
  return looksLikeSvg(bytes) ? 'svg' : undefined;
}
