import { paintLandscape } from '../scripts/photos.mjs';

/**
 * A photograph of six megapixels, with as much detail as a camera's: the coarse layer is what
 * is left of it at 800 pixels. @returns {Promise<Buffer>}
 */
export async function paintPhoto() {
  const size = { width: 3000, height: 2000 };
  const coarse = paintLandscape({ width: 1000, height: 667, seed: 3, grain: 40 });
  const texture = await coarse
    .resize({ ...size, fit: 'fill' })
    .ensureAlpha(0.5)
    .png()
    .toBuffer();
  return paintLandscape({ ...size, seed: 3, grain: 8 })
    .composite([{ input: texture }])
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** @returns {Promise<Buffer>} */
export const paintThumbnail = () =>
  paintLandscape({ width: 600, height: 400, seed: 4 }).jpeg({ quality: 85 }).toBuffer();
