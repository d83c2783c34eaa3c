import { importDev } from '../ours.mjs';
import { paintThumbnail } from '../photo.mjs';
import { round, whole } from '../section.mjs';

const deliveries = 10_000;
const every = 500;
// Buffers, caches and code grow to their size first.
const warmup = 6000;
const urls = 300;

/** Whether memory grows with the deliveries. @returns {Promise<import('../section.mjs').Section>} */
export default async function memory() {
  const { serveEmulator } = await importDev();
  const emulator = await serveEmulator({ flexibleVariants: true });
  const [id] = await emulator.seed({ images: [{ bytes: await paintThumbnail() }] });
  const root = `${emulator.origin}/imagedelivery.net/${emulator.accountHash}/${id}`;
  /** @type {{ at: number, rss: number, heap: number }[]} */
  const samples = [];
  const deliver = async (/** @type {number} */ at) => {
    const answer = await fetch(`${root}/width=${100 + (at % urls)},format=webp`);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`Answered ${answer.status}`);
  };
  const before = measure();
  for (let at = 0; at < warmup; at++) await deliver(at);
  for (let at = 0; at <= deliveries; at++) {
    if (at % every === 0) samples.push({ at, ...measure() });
    await deliver(at);
  }
  await emulator.close();
  const rss = slope(samples.map((sample) => [sample.at, sample.rss]));
  const heap = slope(samples.map((sample) => [sample.at, sample.heap]));
  const shown = [0, deliveries / 2, deliveries].flatMap((at) => samples.filter((s) => s.at === at));
  return {
    title: `Memory over ${whole(deliveries)} deliveries`,
    about: `${urls} different renderings in turn over HTTP, from one process that is server and client; a full collection before each sample. Counted after ${whole(warmup)} that warm it up; growth is the slope of a line through ${samples.length} samples.`,
    columns: ['after deliveries', 'resident, MB', 'JavaScript heap, MB'],
    rows: [
      ['none, not warm', round(before.rss), round(before.heap, 2)],
      ...shown.map((sample) => [whole(sample.at), round(sample.rss), round(sample.heap, 2)]),
      ['growth for 1,000 more', round(rss * 1000, 2), round(heap * 1000, 3)],
    ],
    targets: [
      {
        wanted: 'flat: less than 0.5 MB for 1,000 deliveries, and less than 0.05 MB of heap',
        found: `${round(rss * 1000, 2)} MB and ${round(heap * 1000, 3)} MB`,
        met: rss * 1000 < 0.5 && heap * 1000 < 0.05,
      },
    ],
  };
}

function measure() {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss: rss / 2 ** 20, heap: heapUsed / 2 ** 20 };
}

/** Least squares. @param {[number, number][]} points */
function slope(points) {
  const mean = (/** @type {number[]} */ values) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(points.map((point) => point[0]));
  const y = mean(points.map((point) => point[1]));
  const above = points.reduce((sum, [px, py]) => sum + (px - x) * (py - y), 0);
  const below = points.reduce((sum, [px]) => sum + (px - x) ** 2, 0);
  return above / below;
}
