import { createIPX, createIPXWebServer } from 'ipx';
import { importDev, importRenderer } from '../ours.mjs';
import { paintPhoto } from '../photo.mjs';
import { whole } from '../section.mjs';

const equal = 16;

/** How often pixels are touched. @returns {Promise<import('../section.mjs').Section>} */
export default async function renderedOnce() {
  const photo = await paintPhoto();
  const { createEmulator } = await importDev();
  const { createSharpRenderer } = await importRenderer();
  const renderer = createSharpRenderer();
  let drawn = 0;
  const emulator = createEmulator({
    flexibleVariants: true,
    renderer: {
      ...renderer,
      render(bytes, plan) {
        drawn += 1;
        return renderer.render(bytes, plan);
      },
    },
  });
  const [id] = await emulator.seed({ images: [{ bytes: photo }] });
  const url = `https://imagedelivery.net/${emulator.accountHash}/${id}/width=800,format=webp`;
  const count = async (/** @type {() => Promise<unknown>} */ work) => {
    const before = drawn;
    await work();
    return drawn - before;
  };

  let etag = '';
  const atOnce = await count(async () => {
    const answers = await Promise.all(Array.from({ length: equal }, () => emulator.fetch(url)));
    etag = answers[0]?.headers.get('etag') ?? '';
  });
  const revalidate = async (/** @type {typeof emulator} */ where) => {
    const answer = await where.fetch(url, { headers: { 'if-none-match': etag } });
    if (answer.status !== 304) throw new Error(`A matching ETag was answered ${answer.status}.`);
  };
  const matching = await count(() => revalidate(emulator));
  // The same account in another process, whose cache is empty: the tag alone has to do.
  const copy = createEmulator({ renderer: { ...renderer, render: () => drawNothing() } });
  await copy.restore(await emulator.snapshot());
  await revalidate(copy);

  const theirs = await countIpx(photo);
  return {
    title: 'How often an image is drawn',
    about:
      'Counted in the renderer for ours, and for ipx by how often it reads the original. "After a restart" is an emulator with the same account and an empty cache.',
    columns: ['', 'ours', 'ipx'],
    rows: [
      [`${equal} equal requests at once`, whole(atOnce), whole(theirs.atOnce)],
      ['one with a matching ETag', whole(matching), whole(theirs.matching)],
      ['one with a matching ETag after a restart', '0', whole(theirs.restarted)],
    ],
    targets: [
      {
        wanted: `${equal} equal requests at once draw once`,
        found: whole(atOnce),
        met: atOnce === 1,
      },
      {
        wanted: 'a matching ETag draws nothing',
        found: whole(matching),
        met: matching === 0,
      },
    ],
  };
}

/** @param {Buffer} photo */
async function countIpx(photo) {
  const bytes = new Uint8Array(photo).buffer;
  let reads = 0;
  const getData = () => {
    reads += 1;
    return bytes;
  };
  const start = () =>
    createIPXWebServer(createIPX({ storage: { name: 'counted', getMeta: () => ({}), getData } }));
  const url = 'http://localhost/w_800,f_webp/photo.jpg';
  const count = async (/** @type {() => Promise<unknown>} */ work) => {
    reads = 0;
    await work();
    return reads;
  };
  const server = start();
  let etag = '';
  const atOnce = await count(async () => {
    const answers = await Promise.all(
      Array.from({ length: equal }, () => server(new Request(url))),
    );
    etag = answers[0]?.headers.get('etag') ?? '';
  });
  const revalidate = (/** @type {typeof server} */ where) => async () => {
    const answer = await where(new Request(url, { headers: { 'if-none-match': etag } }));
    if (answer.status !== 304) throw new Error(`ipx answered ${answer.status}.`);
  };
  return {
    atOnce,
    matching: await count(revalidate(server)),
    restarted: await count(revalidate(start())),
  };
}

function drawNothing() {
  return Promise.reject(new Error('Nothing had to be drawn.'));
}
