import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator, serveEmulator } from '../../../src/dev.js';
import type { Renderer } from '../../../src/dev/render/renderer.js';
import { takeViolations, watchAnswer } from './answer-log.js';
import { strict } from './exchange.js';
import { watchEmulator } from './watch-emulator.js';

// The watchdog watched: it has to bite at wrong answers, and to leave right ones as they are.
let emulator: Emulator;
beforeEach(() => {
  emulator = createEmulator();
});
afterEach(() => emulator.close());

const api = 'https://api.cloudflare.com/client/v4/accounts/local-account/images';
const image = {
  id: 'cat',
  filename: 'cat.png',
  meta: {},
  creator: null,
  requireSignedURLs: false,
  uploaded: '2026-11-22T10:00:00.000Z',
  variants: ['https://imagedelivery.net/local-hash/cat/public'],
};
const good = { success: true, errors: [], messages: [], result: image };

/** What the watchdog says of one answer to `GET /images/v1/cat`. */
async function complaintsAbout(body: unknown, init: ResponseInit = {}, url = `${api}/v1/cat`) {
  const headers = { 'cf-ray': 'x', ...init.headers };
  const answer = Response.json(body, { ...init, headers });
  await watchAnswer(new Request(url), answer, strict).text();
  return (await takeViolations()).map((each) => each.slice(each.indexOf(': ') + 2));
}

describe('a watched answer', () => {
  test('that is right is let pass', async () => {
    expect(await complaintsAbout(good)).toEqual([]);
    const draft = { ...image, draft: true, filename: null };
    expect(await complaintsAbout({ ...good, result: draft })).toEqual([]);
  });

  test.each([
    ['an id over 1,024', { id: 'x'.repeat(1025) }, 'body.result.id has 1025 characters'],
    ['a forgotten property', { meta: undefined }, 'body.result.meta is missing'],
    ['an invented property', { size: 4 }, 'body.result.size is in no description'],
    ['draft: false', { draft: false }, 'body.result.draft is false, not true'],
    ['a day without a time', { uploaded: '2026-11-22' }, 'not a date-time'],
    ['a variant by its name', { variants: ['public'] }, 'not a uri'],
    ['a flag as text', { requireSignedURLs: 'false' }, 'not a boolean'],
  ])('is refused for %s', async (_, change, words) => {
    const [complaint] = await complaintsAbout({ ...good, result: { ...image, ...change } });
    expect(complaint).toContain(words);
  });

  test('is refused for what does not go together', async () => {
    const failure = {
      success: false,
      errors: [{ code: 5404, message: 'a' }],
      messages: [],
      result: null,
    };
    expect(await complaintsAbout(failure, { status: 404 })).toEqual([]);
    expect(await complaintsAbout(failure, { status: 400 })).toEqual([
      'the code 5404 comes with 404',
    ]);
    expect(await complaintsAbout(failure)).not.toEqual([]);
    expect(await complaintsAbout(good, { status: 201 })).toEqual([
      'success has the status 200, not 201',
    ]);
    expect(await complaintsAbout({ ...failure, errors: [] }, { status: 404 })).not.toEqual([]);
    expect(await complaintsAbout(good, {}, `${api}/v3`)).toEqual([
      'there is no such operation, yet it says 200',
    ]);
    expect(await complaintsAbout(good, { headers: { 'retry-after': '3' } })).not.toEqual([]);
  });

  test.each([
    ['https://upload.imagedelivery.net/local-hash/cat', 'without access-control-allow-origin'],
    ['https://imagedelivery.net/local-hash/cat/public', 'cache-control'],
    ['http://127.0.0.1:1/imagedelivery.net/local-hash/cat/public', 'x-cf-images-explain'],
  ])('is held to the rules of its own host: %s', async (url, words) => {
    expect((await complaintsAbout(good, {}, url)).join()).toContain(words);
  });

  test('is named by method, path and status, and keeps its signature to itself', async () => {
    const url = 'https://imagedelivery.net/h/cat/public?exp=1&sig=secret';
    await watchAnswer(new Request(url), new Response('no', { status: 403 }), strict).text();
    const [first] = await takeViolations();
    expect(first).toMatch(/^GET \/h\/cat\/public\?exp=1&sig=\.\.\. -> 403: /);
  });

  test('is read when nobody else did', async () => {
    watchAnswer(new Request(`${api}/v1/cat`), Response.json({}), strict);
    expect((await takeViolations()).join()).toContain('body.success is missing');
  });

  test('is the answer it was: same bytes, read no further than its reader reads', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array([pulled]));
        },
      },
      { highWaterMark: 0 },
    );
    const request = new Request(`${api}/v1/cat/blob`);
    const headers = { 'content-type': 'image/png', 'cf-ray': 'x' };
    const watched = watchAnswer(request, new Response(endless, { headers }), strict);
    expect(pulled).toBe(0);
    const reader = watched.body?.getReader();
    expect((await reader?.read())?.value).toEqual(new Uint8Array([1]));
    expect(pulled).toBe(1);
    await reader?.cancel();
    expect(await takeViolations()).toEqual([]);
  });
});

describe('a watched emulator', () => {
  test('shows an answer that a change of it broke', async () => {
    const broken = watchEmulator((options) => {
      const real = createEmulator(options);
      return {
        ...real,
        async fetch(input, init) {
          const response = await real.fetch(input, init);
          const text = (await response.text()).replace('"allowed"', '"limit"');
          return new Response(text, response);
        },
      };
    });
    await broken.fetch(`${api}/v1/stats`, { headers: { authorization: 'Bearer local-token' } });
    expect(await takeViolations()).toEqual([
      'GET /client/v4/accounts/local-account/images/v1/stats -> 200: body.result.count.allowed is missing',
      'GET /client/v4/accounts/local-account/images/v1/stats -> 200: body.result.count.limit is in no description of this answer',
    ]);
    await broken.close();
  });

  test('excuses what a fault was told to say, and nothing after it', async () => {
    const watched = watchEmulator(createEmulator);
    watched.faults.add({ host: 'api', successFalse: true, code: 1234 });
    const ask = () =>
      watched.fetch(`${api}/v1/stats`, { headers: { authorization: 'Bearer local-token' } });
    expect(((await (await ask()).json()) as { success: boolean }).success).toBe(false);
    expect(((await (await ask()).json()) as { success: boolean }).success).toBe(true);
    expect(await takeViolations()).toEqual([]);
    await watched.close();
  });

  test('is every emulator of these tests, also one on a port', async () => {
    // A renderer that lies about what it has drawn: the one wrong answer that options can cause.
    const facts = { format: 'png', contentType: 'image/png', width: 1, height: 1 } as const;
    const renderer: Renderer = {
      probe: async () => ({ ...facts, pages: 1, area: 1, hasAlpha: false }),
      findBorder: async () => ({ left: 0, top: 0, width: 1, height: 1 }),
      render: async () => ({ ...facts, bytes: new Uint8Array(20).fill(1) }),
    };
    const seed = { images: [{ id: 'cat', bytes: new Uint8Array([1]) }] };
    const byHand = createEmulator({ renderer, seed });
    const onPort = await serveEmulator({ renderer, seed });
    const path = 'imagedelivery.net/local-hash/cat/public';
    await (await byHand.fetch(`https://${path}`)).arrayBuffer();
    expect(await takeViolations()).toHaveLength(1);
    await (await fetch(`${onPort.origin}/${path}`)).arrayBuffer();
    expect(await takeViolations()).toHaveLength(1);
    await Promise.all([byHand.close(), onPort.close()]);
  });
});
