import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { interleave } from '../interleave.mjs';
import { importDev } from '../ours.mjs';
import { paintPhoto } from '../photo.mjs';
import { round, whole } from '../section.mjs';

const many = 400;
const few = 2;

/** The same URL again and again. @returns {Promise<import('../section.mjs').Section>} */
export default async function repeatDelivery() {
  const [bare, ours, ipx] = await Promise.all([open('bare'), open('ours'), open('ipx')]);
  const inProcess = await createInProcess();
  const { length } = await get(ours);
  const tag = async (/** @type {string} */ url) => ({
    'if-none-match': (await get(url)).headers.etag ?? '',
  });
  const oursTag = await tag(ours);
  const ipxTag = await tag(ipx);
  const date = { 'if-modified-since': (await get(ipx)).headers['last-modified'] ?? '' };

  /** @type {Record<string, number>} */
  const counts = {};
  const repeat =
    (
      /** @type {string} */ name,
      /** @type {number} */ count,
      /** @type {number} */ status,
      /** @type {() => Promise<{ status: number | undefined }>} */ ask,
    ) =>
    async () => {
      counts[name] = count;
      for (let at = 0; at < count; at++) {
        const answer = await ask();
        if (answer.status !== status) throw new Error(`${name} answered ${answer.status}`);
      }
    };
  const found = await interleave(
    {
      bare: repeat('bare', many, 200, () => get(bare)),
      ours: repeat('ours', many, 200, () => get(ours)),
      inProcess: repeat('inProcess', many, 200, inProcess),
      oursTag: repeat('oursTag', many, 304, () => get(ours, oursTag)),
      ipx: repeat('ipx', few, 200, () => get(ipx)),
      ipxTag: repeat('ipxTag', few, 304, () => get(ipx, ipxTag)),
      ipxDate: repeat('ipxDate', many, 304, () => get(ipx, date)),
    },
    { rounds: 15, warmup: 3 },
  );
  const perSecond = (/** @type {keyof typeof found} */ name) =>
    ((counts[name] ?? 0) / found[name].medianMs) * 1000;
  const row = (/** @type {string} */ text, /** @type {keyof typeof found} */ name) => {
    const rate = perSecond(name);
    return [text, rate < 100 ? round(rate) : whole(rate), round(rate / perSecond('ipx'))];
  };
  const times = perSecond('ours') / perSecond('ipx');
  return {
    title: 'The same image again, one request at a time',
    about: `800 px wide WebP of ${whole(length / 1024)} kB, over HTTP on the loopback interface with one kept-alive connection to a server process of its own. ipx has no cache of its own, and answers a matching ETag only after drawing the image; by date it does not.`,
    columns: ['', 'a second', 'times ipx'],
    rows: [
      row('a bare node:http server, the same bytes', 'bare'),
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

/** The URL of a server that goes when this process does. @param {string} name */
async function open(name) {
  const child = fork(new URL('repeat-server.mjs', import.meta.url), [name], { execArgv: [] });
  const [url] = /** @type {[string]} */ (await once(child, 'message'));
  return url;
}

async function createInProcess() {
  const { createEmulator } = await importDev();
  const { accountHash, fetch, seed } = createEmulator({ flexibleVariants: true });
  const [id] = await seed({ images: [{ bytes: await paintPhoto() }] });
  const url = `https://imagedelivery.net/${accountHash}/${id}/width=800,format=webp`;
  return async () => {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    return answer;
  };
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
