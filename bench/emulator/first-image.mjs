import { createIPX } from 'ipx';
import sharp from 'sharp';
import { interleave } from '../interleave.mjs';
import { importDev } from '../ours.mjs';
import { paintPhoto } from '../photo.mjs';
import { round, whole } from '../section.mjs';

const rounds = { webp: 15, avif: 7 };
const warmup = 1;
// What the emulator gives the encoders for Cloudflare's default quality of 85; sharp at its own
// quality would be another picture, and ipx has no other.
const quality = { webp: 85, avif: 63 };

/** The first time a rendering is asked for. @returns {Promise<import('../section.mjs').Section>} */
export default async function firstImage() {
  const photo = await paintPhoto();
  const webp = await compare('webp', photo);
  const avif = await compare('avif', photo);
  return {
    title: 'First image, 800 px wide, from a photo of 6 megapixels',
    about: `The JPEG has ${whole(photo.length / 1024)} kB. Ours is an emulator that has just stored the photo, asked through \`fetch\`: routing, negotiation, drawing and cache included. sharp decodes, turns, resizes and encodes at its default effort, with the quality that ours uses; ipx uses its own defaults, and the same release of sharp.`,
    columns: ['', 'ms', 'ratio to sharp', 'bytes'],
    rows: [...webp.rows, ...avif.rows],
    targets: [target('webp', 0.7, webp.ratio), target('avif', 0.06, avif.ratio)],
  };
}

/** @param {'webp' | 'avif'} format @param {Buffer} photo */
async function compare(format, photo) {
  const emulators = await Promise.all(
    Array.from({ length: rounds[format] + warmup }, () => createFresh(photo)),
  );
  const ipx = createIPX({ storage: createStorage(photo) });
  /** @type {Record<string, number>} */
  const bytes = {};
  const found = await interleave(
    {
      async sharp() {
        const image = sharp(photo).autoOrient().resize(800)[format]({ quality: quality[format] });
        bytes.sharp = (await image.toBuffer()).length;
      },
      async ours() {
        bytes.ours = (await emulators.pop()?.deliver(format)) ?? 0;
      },
      async ipx() {
        const { data } = await ipx('photo.jpg', { w: '800', f: format }).process();
        bytes.ipx = data.length;
      },
    },
    { rounds: rounds[format], warmup },
  );
  const names = /** @type {const} */ (['sharp', 'ours', 'ipx']);
  return {
    ratio: found.ours.ratio,
    rows: names.map((name) => [
      `${name}, ${format}`,
      round(found[name].medianMs, 0),
      round(found[name].ratio, 3),
      whole(bytes[name] ?? 0),
    ]),
  };
}

/** @param {string} format @param {number} limit @param {number} ratio */
function target(format, limit, ratio) {
  return {
    wanted: `first ${format} in at most ${limit} of sharp's time`,
    found: round(ratio, 3),
    met: ratio <= limit,
  };
}

/** @param {Buffer} photo */
async function createFresh(photo) {
  const { createEmulator } = await importDev();
  const { accountHash, fetch, seed } = createEmulator({ flexibleVariants: true });
  const [id] = await seed({ images: [{ bytes: photo }] });
  return {
    /** @param {string} format */
    async deliver(format) {
      const url = `https://imagedelivery.net/${accountHash}/${id}/width=800,format=${format}`;
      const answer = await fetch(url);
      const body = await answer.arrayBuffer();
      if (answer.headers.get('content-type') !== `image/${format}`) throw new Error(url);
      return body.byteLength;
    },
  };
}

/** @param {Buffer} photo */
function createStorage(photo) {
  const bytes = new Uint8Array(photo).buffer;
  return { name: 'one photo', getMeta: () => ({}), getData: () => bytes };
}
