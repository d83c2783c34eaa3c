import { paintLandscape } from '../scripts/photos.mjs';

/** A photograph of six megapixels, about as large as a camera makes it. @returns {Promise<Buffer>} */
export const paintPhoto = () =>
  paintLandscape({ width: 3000, height: 2000, seed: 3 }).jpeg({ quality: 90 }).toBuffer();

/** @returns {Promise<Buffer>} */
export const paintThumbnail = () =>
  paintLandscape({ width: 600, height: 400, seed: 4 }).jpeg({ quality: 85 }).toBuffer();
