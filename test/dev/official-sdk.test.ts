import Cloudflare from 'cloudflare';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ServedEmulator, serveEmulator } from '../../src/dev.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

// The package `cloudflare` 7.3.0 against the emulator, every operation that it has. Where it is
// known to be wrong on the wire, the test says so: a change there is news.
let emulator: ServedEmulator;
let client: Cloudflare;
const account_id = 'local-account';

beforeAll(async () => {
  emulator = await serveEmulator();
  client = new Cloudflare({
    apiToken: emulator.token,
    baseURL: `${emulator.origin}/client/v4`,
    maxRetries: 0,
  });
});
beforeEach(() => emulator.reset());
afterAll(() => emulator.close());

const file = async (name = 'cat.png') => new File([await samplePng()], name);

describe('the official package', () => {
  test('uploads, reads, changes and deletes an image', async () => {
    const metadata = JSON.stringify({ album: 'cats' });
    const image = await client.images.v1.create({ account_id, file: await file(), metadata });
    expect(image).toMatchObject({ filename: 'cat.png', meta: { album: 'cats' } });
    const id = image.id as string;
    expect(await client.images.v1.get(id, { account_id })).toEqual(image);
    const changed = await client.images.v1.edit(id, { account_id, requireSignedURLs: true });
    expect(changed.id).not.toBe(id);
    const blob = await client.images.v1.blobs.get(changed.id as string, { account_id });
    expect((await blob.arrayBuffer()).byteLength).toBe((await samplePng()).size);
    expect(await client.images.v1.delete(changed.id as string, { account_id })).toEqual({});
    await expect(client.images.v1.get(id, { account_id })).rejects.toThrow(
      Cloudflare.NotFoundError,
    );
  });

  test('finds custom ids with everything in them', async () => {
    for (const id of ['a/b c', '100%', 'a%2Fb', 'ü']) {
      await client.images.v1.create({ account_id, file: await file(), id });
      expect((await client.images.v1.get(id, { account_id })).id).toBe(id);
    }
  });

  test('makes one-time URLs, with options and without', async () => {
    const bare = await client.images.v2.directUploads.create({ account_id });
    expect(bare.uploadURL).toContain(`${emulator.origin}/upload.imagedelivery.net/local-hash/`);
    const full = await client.images.v2.directUploads.create({
      account_id,
      id: 'mine',
      // The type says Date; a Date is silently dropped from the form.
      expiry: new Date(Date.now() + 3_600_000).toISOString() as never,
      metadata: JSON.stringify({ a: 1 }),
    });
    expect(await client.images.v1.get('mine', { account_id })).toMatchObject({
      draft: true,
      meta: { a: 1 },
    });
    const form = uploadForm({ file: await file() });
    const sent = await fetch(full.uploadURL as string, { method: 'POST', body: form });
    expect(sent.status).toBe(200);
  });

  test('lists with filters', async () => {
    await emulator.seed({
      images: [
        { id: 'a', bytes: await samplePng(), metadata: { status: 'active' } },
        { id: 'b', bytes: await samplePng(), metadata: { status: 'gone' } },
      ],
    });
    const page = await client.images.v2.list({
      account_id,
      sort_order: 'asc',
      meta: { 'status[eq]': 'active' } as never,
    });
    expect(page.images?.map(({ id }) => id)).toEqual(['a']);
    expect(page.continuation_token).toBeNull();
  });

  test('works variants, keys and stats', async () => {
    const options = { fit: 'cover', metadata: 'none', width: 10, height: 10 } as const;
    const { variants, keys, stats } = client.images.v1;
    expect((await variants.create({ account_id, id: 'thumb', options })).variant?.id).toBe('thumb');
    expect(Object.keys((await variants.list({ account_id })).variants ?? {})).toHaveLength(2);
    expect((await variants.get('thumb', { account_id })).variant?.options).toEqual(options);
    const edit = { account_id, options: { ...options, width: 20 } };
    expect((await variants.edit('thumb', edit)).variant?.options.width).toBe(20);
    expect(await variants.delete('thumb', { account_id })).toEqual({});
    expect((await keys.update('second', { account_id })).keys).toHaveLength(2);
    expect((await keys.list({ account_id })).keys).toHaveLength(2);
    expect((await keys.delete('second', { account_id })).keys).toHaveLength(1);
    expect(await stats.get({ account_id })).toEqual({ count: { allowed: 100_000, current: 0 } });
  });

  test('uploads by URL', async () => {
    const served = await serveEmulator({ outgoing: async () => new Response(await samplePng()) });
    const other = client.withOptions({ baseURL: `${served.origin}/client/v4` });
    const image = await other.images.v1.create({ account_id, url: 'https://x.example/dog.png' });
    expect(image.filename).toBe('dog.png');
    await served.close();
  });

  test('tells errors apart', async () => {
    await client.images.v1.create({ account_id, file: await file(), id: 'same' });
    const again = client.images.v1.create({ account_id, file: await file(), id: 'same' });
    await expect(again).rejects.toThrow(Cloudflare.ConflictError);
    const wrong = client.withOptions({ apiToken: 'wrong' });
    await expect(wrong.images.v1.stats.get({ account_id })).rejects.toThrow(
      Cloudflare.PermissionDeniedError,
    );
    const stranger = client.images.v1.stats.get({ account_id: 'other' });
    await expect(stranger).rejects.toMatchObject({ errors: [{ code: 5403 }] });
  });
});

describe('known faults of the official package', () => {
  test('iterates over none of the images of version 1', async () => {
    await emulator.seed({ images: [{ id: 'a', bytes: await samplePng() }] });
    const page = await client.images.v1.list({ account_id });
    expect((page as unknown as { result: { images: unknown[] } }).result.images).toHaveLength(1);
    const seen = [];
    for await (const image of client.images.v1.list({ account_id })) seen.push(image);
    expect(seen).toEqual([]);
  });

  test('turns metadata that is no text into fields in brackets', async () => {
    const image = await client.images.v1.create({
      account_id,
      file: await file(),
      metadata: { user: 'ann', age: 7, nested: { a: true }, tags: ['x'] },
    });
    expect(image.meta).toEqual({ user: 'ann', age: '7', nested: { a: 'true' }, tags: ['x'] });
  });

  test('drops a blob without a name', async () => {
    const upload = client.images.v1.create({ account_id, file: (await samplePng()) as never });
    await expect(upload).rejects.toThrow(Cloudflare.BadRequestError);
  });

  test('takes success false for success', async () => {
    emulator.faults.add({ successFalse: true });
    expect(await client.images.v1.stats.get({ account_id })).toBeNull();
  });

  test('sends an upload three times when the id is taken', async () => {
    await emulator.seed({ images: [{ id: 'same', bytes: await samplePng() }] });
    emulator.requests.clear();
    const retrying = client.withOptions({ maxRetries: 2 });
    const upload = retrying.images.v1.create({ account_id, file: await file(), id: 'same' });
    await expect(upload).rejects.toThrow(Cloudflare.ConflictError);
    expect(emulator.requests.list()).toHaveLength(3);
  });
});
