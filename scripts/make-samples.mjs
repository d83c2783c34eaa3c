// Writes the small pictures that the demo offers as samples: node scripts/make-samples.mjs
import { fileURLToPath } from 'node:url';
import { paintCutout, paintLandscape } from './photos.mjs';

const folder = fileURLToPath(new URL('../demo/public/samples/', import.meta.url));
const landscapes = /** @type {const} */ ([
  ['first-light', 'dawn', 3, 1800, 1200],
  ['high-noon', 'noon', 8, 1800, 1200],
  ['last-light', 'dusk', 5, 1200, 1800],
  ['morning-mist', 'mist', 11, 1800, 1200],
  ['night-watch', 'night', 14, 1600, 1600],
]);

for (const [name, palette, seed, width, height] of landscapes) {
  const picture = paintLandscape({ width, height, seed, palette, grain: 3 });
  await picture.jpeg({ quality: 72, mozjpeg: true }).toFile(`${folder}${name}.jpg`);
}
await paintCutout({ size: 900, seed: 2, grain: 0 })
  .png({ palette: true, colours: 128 })
  .toFile(`${folder}planet.png`);
