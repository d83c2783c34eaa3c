import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmulator } from '../../src/dev.js';
import { createApi } from './api-client.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cf-images-control-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('seed', () => {
  test('puts images, drafts, variants, keys and config into the account', async () => {
    const { emulator, call, post } = createApi();
    const ids = await emulator.seed({
      images: [
        { id: 'cat', bytes: await samplePng(), filename: 'cat.png', metadata: { a: 1 } },
        { bytes: await samplePng(), requireSignedURLs: true, creator: 'ann' },
        { id: 'draft' },
      ],
      variants: { thumb: { width: 10, neverRequireSignedURLs: true } },
      keys: { default: 'known-key' },
      config: { flexible_variants: true },
    });
    expect(ids).toEqual(['cat', expect.stringMatching(/01$/), 'draft']);
    expect((await call('GET', 'v1/cat')).body.result).toMatchObject({
      filename: 'cat.png',
      meta: { a: 1 },
      variants: [expect.stringMatching(/public$/), expect.stringMatching(/thumb$/)],
    });
    expect((await call('GET', 'v1/keys')).body.result.keys).toEqual([
      { name: 'default', value: 'known-key' },
    ]);
    const stored = await post(
      'https://upload.imagedelivery.net/local-hash/draft',
      uploadForm({ file: await samplePng() }),
    );
    expect(stored.status).toBe(200);
    const thumb = `https://imagedelivery.net/local-hash/${ids[1]}/thumb`;
    expect((await emulator.fetch(thumb)).status).toBe(200);
    await expect(
      emulator.seed({ images: [{ id: 'x', bytes: await samplePng(), requireSignedURLs: true }] }),
    ).rejects.toThrow('custom id');
  });
});

describe.each(['memory', 'directory'])('an emulator on a %s store', (kind) => {
  const store = (name: string) =>
    kind === 'memory' ? ('memory' as const) : { directory: join(folder, name) };

  test('goes back to its first day', async () => {
    const { emulator, call } = createApi({
      store: store('reset'),
      flexibleVariants: true,
      seed: { images: [{ id: 'always', bytes: await samplePng() }], keys: { default: 'k' } },
    });
    await call('DELETE', 'v1/always');
    await emulator.seed({ images: [{ id: 'more', bytes: await samplePng() }] });
    await call('DELETE', 'v1/variants/public');
    emulator.faults.add({ status: 500 });
    emulator.clock.advance(1e9);
    await emulator.reset();
    expect(emulator.requests.list()).toEqual([]);
    expect(emulator.clock.now()).toBeLessThan(Date.now() + 1000);
    const { images } = (await call('GET', 'v2')).body.result;
    expect(images).toMatchObject([{ id: 'always', variants: [expect.stringMatching(/public$/)] }]);
    expect((await call('GET', 'v1/config')).body.result.flexible_variants).toBe(true);
    expect((await call('GET', 'v1/keys')).body.result.keys).toEqual([
      { name: 'default', value: 'k' },
    ]);
    await emulator.close();
  });

  test('returns to a snapshot, also in another emulator', async () => {
    const one = createApi({ store: store('one') });
    const two = createApi({ store: store('two') });
    await one.emulator.seed({ images: [{ id: 'a', bytes: await samplePng() }, { id: 'draft' }] });
    const snapshot = await one.emulator.snapshot();
    await one.call('DELETE', 'v1/a');
    await two.emulator.restore(snapshot);
    await one.emulator.restore(snapshot);
    for (const { call, emulator } of [one, two]) {
      expect((await call('GET', 'v1/a')).status).toBe(200);
      expect((await call('GET', 'v1/draft')).body.result.draft).toBe(true);
      const image = await emulator.fetch('https://imagedelivery.net/local-hash/a/public');
      expect(image.status).toBe(200);
      await emulator.close();
    }
  });
});

test('images outlive a restart, drafts and their links too', async () => {
  const options = { store: { directory: join(folder, 'restart') } };
  const first = createApi(options);
  const ticket = (await first.call('POST', 'v2/direct_upload', { body: new FormData() })).body
    .result;
  await first.call('POST', 'v1', { body: uploadForm({ id: 'kept', file: await samplePng() }) });
  const batch = (await first.call('GET', 'v1/batch_token')).body.result.token;
  await first.emulator.close();
  const second = createApi(options);
  expect((await second.call('GET', 'v1/kept')).status).toBe(200);
  expect(
    (await second.post(ticket.uploadURL, uploadForm({ file: await samplePng() }))).status,
  ).toBe(200);
  const list = await second.emulator.fetch('https://batch.imagedelivery.net/images/v2', {
    headers: { authorization: `Bearer ${batch}` },
  });
  expect((await list.json()).result.images).toHaveLength(2);
  await second.emulator.close();
});

describe('the request log', () => {
  test('holds no secret', async () => {
    const heard: unknown[] = [];
    const { emulator, call } = createApi({ onRequest: (record) => heard.push(record) });
    await call('GET', 'v2?per_page=10');
    await emulator.fetch('http://localhost/imagedelivery.net/local-hash/x/y?exp=1&sig=abcdef');
    await emulator.fetch('http://localhost/nothing?sig=abcdef');
    expect(emulator.requests.list()).toMatchObject([
      {
        host: 'api',
        method: 'GET',
        path: '/accounts/local-account/images/v2?per_page=10',
        status: 200,
        faulty: false,
      },
      { host: 'hosted', path: '/local-hash/x/y?exp=1&sig=[redacted]', status: 404 },
      { host: 'unknown', path: '/nothing?sig=[redacted]', status: 404 },
    ]);
    expect(heard).toEqual(emulator.requests.list());
    expect(JSON.stringify(heard)).not.toMatch(/local-token|abcdef/);
    emulator.requests.clear();
    expect(emulator.requests.list()).toEqual([]);
  });

  test('forgets the oldest beyond a thousand', async () => {
    const { emulator } = createApi();
    for (let index = 0; index < 2100; index += 1) await emulator.fetch(`http://localhost/${index}`);
    const paths = emulator.requests.list().map(({ path }) => path);
    expect(paths).toHaveLength(1000);
    expect(paths.at(-1)).toBe('/2099');
    expect(paths[0]).toBe('/1100');
  });
});

describe('an emulator', () => {
  test('opens nothing before it is asked, and nothing after it is closed', async () => {
    const emulator = createEmulator({ store: { directory: join(folder, 'none\0') } });
    await emulator.close();
    await expect(emulator.fetch('http://localhost/')).rejects.toThrow('closed');
    const broken = createEmulator({ store: { directory: join(folder, 'none\0') } });
    await expect(broken.ready()).rejects.toThrow();
    const answer = await broken.fetch('http://localhost/client/v4/accounts/a/images/v1');
    expect(answer.status).toBe(500);
    expect((await answer.json()).errors[0].message).toContain('null bytes');
    await broken.close();
  });

  test('does not turn its clock back', () => {
    expect(() => createEmulator().clock.advance(-1)).toThrow(RangeError);
    expect(() => createEmulator().clock.advance(Number.NaN)).toThrow(RangeError);
  });
});
