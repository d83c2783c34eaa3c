import { paintCutout, paintLandscape } from '../../scripts/photos.mjs';

export interface TestPhoto {
  name: string;
  type: string;
  bytes: Buffer;
  /** As a person sees it: after EXIF orientation. */
  width: number;
  height: number;
}

/** A landscape, a portrait that a phone stored lying down, and a cut-out: several MB each. */
export async function makeTestPhotos(): Promise<TestPhoto[]> {
  const landscape = await paintLandscape({
    width: 4000,
    height: 2667,
    seed: 3,
    palette: 'dawn',
    grain: 14,
  })
    .jpeg({ quality: 84 })
    .toBuffer();
  const lying = paintLandscape({ width: 3600, height: 2400, seed: 5, palette: 'dusk', grain: 14 });
  const portrait = await lying.jpeg({ quality: 84 }).withMetadata({ orientation: 6 }).toBuffer();
  const cutout = await paintCutout({ size: 1400, seed: 2, grain: 6 })
    .png({ compressionLevel: 6 })
    .toBuffer();
  return [
    { name: 'dawn.jpg', type: 'image/jpeg', bytes: landscape, width: 4000, height: 2667 },
    { name: 'IMG_0001.jpg', type: 'image/jpeg', bytes: portrait, width: 2400, height: 3600 },
    { name: 'planet.png', type: 'image/png', bytes: cutout, width: 1400, height: 1400 },
  ];
}
