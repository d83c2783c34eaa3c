import { transform } from 'unpic/providers/cloudflare_images';
import { interleave } from '../interleave.mjs';
import { importUrl } from '../ours.mjs';
import { round } from '../section.mjs';
import { ids, size } from './images.mjs';

const widths = [192, 384, 576, 800, 1088, 1200, 1600, 1920];

/** One srcset of about eight candidates. @returns {Promise<import('../section.mjs').Section>} */
export default async function srcset() {
  const { buildSrcset, createDelivery } = await importUrl();
  const delivery = createDelivery({ accountHash: 'hash', flexible: true, widths });
  const source = (/** @type {string} */ id) => `https://imagedelivery.net/hash/${id}`;
  let total = 0;
  const each = (/** @type {(id: string) => string} */ build) => () => {
    for (const id of ids) total += build(id).length;
  };
  const found = await interleave(
    {
      floor: each((id) => widths.map((w) => `${source(id)}/width=${w} ${w}w`).join(', ')),
      ours: each((id) => String(buildSrcset(delivery, id, size))),
      unpic: each((id) =>
        widths.map((width) => `${transform(`${source(id)}/w=1`, { width })} ${width}w`).join(', '),
      ),
    },
    { rounds: 41, warmup: 10 },
  );
  const row = (/** @type {string} */ text, /** @type {keyof typeof found} */ name) => [
    text,
    round((found[name].medianMs / ids.length) * 1000, 2),
    round(found[name].ratio),
  ];
  if (total === 0) throw new Error('Nothing was built.');
  return {
    title: 'One srcset',
    about: 'Eight widths, another image each time, without React.',
    columns: ['', 'microseconds', 'times the floor'],
    rows: [row('template string', 'floor'), row('ours', 'ours'), row('unpic', 'unpic')],
  };
}
