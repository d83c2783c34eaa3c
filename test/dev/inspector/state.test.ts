import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { samplePng } from '../sample-image.js';
import { createInspected } from './inspect.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cf-images-inspector-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(['memory', 'directory'])('the state of an account on a %s store', (kind) => {
  const store = (name: string) =>
    kind === 'memory' ? ('memory' as const) : { directory: join(folder, name) };

  test('tells images and drafts apart', async () => {
    const { emulator, read } = createInspected({ store: store('apart') });
    await emulator.seed({
      images: [
        { id: 'first', bytes: await samplePng(), uploaded: '2026-01-01' },
        { id: 'second', bytes: await samplePng({ color: '#123456' }), uploaded: '2026-01-02' },
        { id: 'promised', creator: 'ann', metadata: { a: 1 } },
      ],
    });
    const { body } = await read('/state');
    expect(body).toMatchObject({ imageCount: 2, allowedImages: 100_000, aheadMs: 0 });
    expect(body.images).toMatchObject([
      { id: 'second', draft: false, contentType: 'image/png', width: 8, expiresAt: null },
      { id: 'first' },
    ]);
    expect(body.drafts).toMatchObject([
      { id: 'promised', draft: true, creator: 'ann', meta: { a: 1 }, width: 0 },
    ]);
    const lifetime = body.drafts[0].expiresAt - body.now;
    expect(Math.round(lifetime / 60_000)).toBe(30);
    await emulator.close();
  });

  test('moves a draft over once its bytes are there, and forgets it when it is deleted', async () => {
    const { emulator, read } = createInspected({ store: store('moves') });
    await emulator.seed({ images: [{ id: 'a' }, { id: 'b' }] });
    const form = new FormData();
    form.set('file', await samplePng());
    await emulator.fetch('https://upload.imagedelivery.net/local-hash/a', {
      method: 'POST',
      body: form,
    });
    const headers = { authorization: `Bearer ${emulator.token}` };
    const api = `https://api.cloudflare.com/client/v4/accounts/${emulator.accountId}/images/v1`;
    await emulator.fetch(`${api}/b`, { method: 'DELETE', headers });
    const { body } = await read('/state');
    expect(body.drafts).toEqual([]);
    expect(body.images).toMatchObject([{ id: 'a', draft: false, expiresAt: null }]);
    await emulator.close();
  });

  test('lists the newest drafts first, the ended ones too', async () => {
    const { emulator, read } = createInspected({ store: store('drafts') });
    await emulator.seed({
      images: [
        { id: 'old', uploaded: '2026-01-01' },
        { id: 'new', uploaded: '2026-01-02' },
      ],
    });
    emulator.clock.advance(31 * 60_000);
    const { body } = await read('/state');
    expect(body.drafts.map(({ id }: { id: string }) => id)).toEqual(['new', 'old']);
    expect(body.drafts[0].expiresAt).toBeLessThan(body.now);
    await emulator.close();
  });
});

describe('the state', () => {
  test('holds as many images as were asked for', async () => {
    const { emulator, read } = createInspected();
    const images = await Promise.all(
      ['a', 'b', 'c'].map(async (id) => ({ id, bytes: await samplePng() })),
    );
    await emulator.seed({ images });
    expect((await read('/state?images=2')).body).toMatchObject({
      imageCount: 3,
      images: [{ id: 'c' }, { id: 'b' }],
    });
    expect(await read('/state?images=0')).toMatchObject({ status: 400 });
    expect(await read('/state?images=all')).toMatchObject({ status: 400 });
  });

  test('holds the image that was asked for, with its URLs', async () => {
    const { emulator, origin, read } = createInspected();
    await emulator.seed({
      images: [{ id: 'a/b c', bytes: await samplePng() }],
      variants: { thumb: { width: 4 }, ['__proto__']: { width: 5 }, constructor: { width: 6 } },
    });
    const { selected } = (await read('/state?selected=a%2Fb%20c')).body;
    expect(selected).toMatchObject({ id: 'a/b c', draft: false });
    expect(selected.urls).toMatchObject({
      public: `${origin}/imagedelivery.net/local-hash/a/b%20c/public`,
      thumb: `${origin}/imagedelivery.net/local-hash/a/b%20c/thumb`,
    });
    for (const url of Object.values<string>(selected.urls)) {
      expect((await emulator.fetch(url)).status).toBe(200);
    }
    expect((await read('/state?selected=none')).body.selected).toBeNull();
    expect((await read('/state')).body.selected).toBeNull();
  });

  test('holds no token and no key', async () => {
    const { emulator, read, ask } = createInspected({
      token: 'secret-token',
      readToken: 'secret-read-token',
      key: 'secret-legacy-key',
    });
    await emulator.seed({
      images: [{ bytes: await samplePng(), requireSignedURLs: true }, {}],
      keys: { default: 'secret-signing-key', second: 'secret-second-key' },
    });
    await emulator.fetch('http://localhost:8788/imagedelivery.net/local-hash/x/y?sig=secret-sig');
    const [id = ''] = (await read('/state')).body.images.map((image: { id: string }) => image.id);
    const text = await (await ask(`/state?selected=${id}`)).text();
    expect(text).not.toContain('secret');
    expect(JSON.parse(text).keyNames).toEqual(['default', 'second']);
  });

  test('lists the requests of the app and none of its own', async () => {
    const { emulator, read, ask } = createInspected();
    await emulator.fetch('http://localhost:8788/one');
    await emulator.fetch('http://localhost:8788/two');
    await ask('/');
    const first = (await read('/state')).body;
    expect(first.requests).toMatchObject([
      { path: '/two', status: 404, method: 'GET' },
      { path: '/one' },
    ]);
    await emulator.fetch('http://localhost:8788/two');
    const second = (await read('/state')).body;
    expect(second).toMatchObject({ requestCount: 3 });
    // The page keeps a row as long as its sequence is there.
    expect(second.requests.slice(1)).toEqual(first.requests);
    expect(new Set(second.requests.map((each: { sequence: number }) => each.sequence)).size).toBe(
      3,
    );
  });

  test('is read while faults are scripted, and uses none of them up', async () => {
    const { emulator, read } = createInspected();
    emulator.faults.add({ status: 500 });
    expect((await read('/state')).status).toBe(200);
    expect((await emulator.fetch('http://localhost:8788/cdn-cgi/image/w=1/x')).status).toBe(500);
  });

  test('says why when the store cannot be opened', async () => {
    const { read } = createInspected({ store: { directory: join(folder, 'none\0') } });
    expect(await read('/state')).toMatchObject({
      status: 500,
      body: { error: expect.stringContaining('null bytes') },
    });
  });
});
