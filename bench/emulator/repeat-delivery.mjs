import { Agent, createServer, request } from 'node:http';
import { once } from 'node:events';
import { createIPX, createIPXNodeServer } from 'ipx';
import { interleave } from '../interleave.mjs';
import { importDev } from '../ours.mjs';
import { paintPhoto } from '../photo.mjs';
import { round, whole } from '../section.mjs';

const many = 400;
const few = 2;

/** The same URL again and again. @returns {Promise<import('../section.mjs').Section>} */
export default async function repeatDelivery() {
  const photo = await paintPhoto();
  const { serveEmulator } = await importDev();
  const emulator = await serveEmulator({ flexibleVariants: true });
  const [id] = await emulator.seed({ images: [{ bytes: photo }] });
  const path = `/imagedelivery.net/${emulator.accountHash}/${id}/width=800,format=webp`;
  const ours = `${emulator.origin}${path}`;
  const server = createServer(createIPXNodeServer(createIPX({ storage: createStorage(photo) })));
  const theirs = `${await listen(server)}/w_800,f_webp/photo.jpg`;

  const first = await get(theirs);
  const bytes = Buffer.from(await (await fetch(ours)).arrayBuffer());
  const bare = createServer((_, answer) => answer.setHeader('content-length', bytes.length).end(bytes));
  const floor = await listen(bare);

  const oursTag = { 'if-none-match': (await get(ours)).headers.etag ?? '' };
  const theirTag = { 'if-none-match': first.headers.etag ?? '' };
  const theirDate = { 'if-modified-since': first.headers['last-modified'] ?? '' };
  /** @type {Record<string, number>} */
  const counts = { floor: many, ours: many, inProcess: many, oursTag: many, ipx: few, ipxTag: few, ipxDate: many };
  const repeat = async (
    /** @type {string} */ name,
    /** @type {() => Promise<{ status: number | undefined }>} */ once,
    /** @type {number} */ status,
  ) => {
    for (let at = 0; at < (counts[name] ?? 0); at++) {
      const answer = await once();
      if (answer.status !== status) throw new Error(`${name} answered ${answer.status}`);
    }
  };
  const found = await interleave(
    {
      floor: () => repeat('floor', () => get(floor), 200),
      ours: () => repeat('ours', () => get(ours), 200),
      inProcess: () => repeat('inProcess', () => drain(emulator.fetch(ours)), 200),
      oursTag: () => repeat('oursTag', () => get(ours, oursTag), 304),
      ipx: () => repeat('ipx', () => get(theirs), 200),
      ipxTag: () => repeat('ipxTag', () => get(theirs, theirTag), 304),
      ipxDate: () => repeat('ipxDate', () => get(theirs, theirDate), 304),
    },
    { rounds: 15, warmup: 2 },
  );
  const perSecond = (/** @type {keyof typeof found} */ name) =>
    ((counts[name] ?? 0) / found[name].medianMs) * 1000;
  const row = (/** @type {string} */ text, /** @type {keyof typeof found} */ name) => {
    const rate = perSecond(name);
    return [text, rate < 100 ? round(rate) : whole(rate), round(rate / perSecond('ipx'))];
  };
  await emulator.close();
  for (const open of [server, bare]) {
    open.closeAllConnections();
    open.close();
  }
  const times = perSecond('ours') / perSecond('ipx');
  return {
    title: 'The same image again, one request at a time',
    about: `800 px wide WebP of ${whole(bytes.length / 1024)} kB, over HTTP on the loopback interface with one kept-alive connection; client and server share the process. ipx has no cache of its own, and answers a matching ETag only after drawing the image; by date it does not.`,
    columns: ['', 'a second', 'times ipx'],
    rows: [
      row('a bare node:http server, the same bytes', 'floor'),
      row('ours, 200', 'ours'),
      row('ours, 200, through `fetch` without HTTP', 'inProcess'),
      row('ours, 304 by ETag', 'oursTag'),
      row('ipx, 200', 'ipx'),
      row('ipx, 304 by ETag', 'ipxTag'),
      row('ipx, 304 by date', 'ipxDate'),
    ],
    targets: [
      {
        wanted: 'at least 1,300 a second',
        found: whole(perSecond('ours')),
        met: perSecond('ours') >= 1300,
      },
      { wanted: 'at least 100 times ipx without its 304', found: round(times), met: times >= 100 },
    ],
  };
}

/** Its origin. @param {import('node:http').Server} server */
async function listen(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/**
 * @param {string} url
 * @param {Record<string, string>} [headers]
 */
async function get(url, headers = {}) {
  const asked = request(url, { agent, headers }).end();
  const [answer] = /** @type {[import('node:http').IncomingMessage]} */ (
    await once(asked, 'response')
  );
  let length = 0;
  for await (const chunk of answer) length += chunk.length;
  return { status: answer.statusCode, headers: answer.headers, length };
}

/** @param {Promise<Response>} asked */
async function drain(asked) {
  const answer = await asked;
  await answer.arrayBuffer();
  return answer;
}

/** @param {Buffer} photo */
function createStorage(photo) {
  const bytes = new Uint8Array(photo).buffer;
  const mtime = new Date('2026-01-01T00:00:00Z');
  return { name: 'one photo', getMeta: () => ({ mtime }), getData: () => bytes };
}
