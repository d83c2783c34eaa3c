import { ImagesError } from '../../protocol/images-error.js';
import { contentTypes, type ImageFacts } from './image-facts.js';
import { isComplete } from './is-complete.js';
import { loadSharp } from './load-sharp.js';
import { sniffFormat } from './sniff-format.js';
import { svgSize } from './svg-root.js';
import { readable } from './readable.js';

/**
 * What an image is, from its bytes. Only headers are read: a file may claim any size here, and
 * who decodes it has a limit. See `Renderer.probe` for the refusals.
 */
export async function probeImage(bytes: Uint8Array): Promise<ImageFacts> {
  if (bytes.length === 0) throw new ImagesError('file-empty', 'The file holds no bytes.');
  const format = sniffFormat(bytes);
  if (format === undefined) {
    throw new ImagesError(
      'file-type-refused',
      'The file is not a JPEG, PNG, GIF, WebP, AVIF, HEIC or SVG image, whatever its name says.',
    );
  }
  const contentType = contentTypes[format];
  if (format === 'svg') {
    const size = svgSize(bytes);
    const area = size.width * size.height;
    return { format, contentType, ...size, pages: 1, area, hasAlpha: true };
  }
  if (!isComplete(bytes, format)) {
    throw new ImagesError('file-unreadable', `The ${format} file is damaged: its end is missing.`);
  }
  const sharp = await loadSharp();
  const metadata = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  const pages = format === 'gif' || format === 'webp' ? (metadata.pages ?? 1) : 1;
  // Frames of an animation are never turned.
  const { width, height } = pages > 1 ? metadata : metadata.autoOrient;
  const area = width * height * pages;
  return { format, contentType, width, height, pages, area, hasAlpha: metadata.hasAlpha };
}
