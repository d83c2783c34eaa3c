import type Cloudflare from 'cloudflare';
import { toFile } from 'cloudflare';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedEmulator } from '../../../src/dev.js';
import { form, picture } from '../suite/sample-forms.js';
import { startWithSdk } from './sdk-client.js';

// The official client, version 7.3.0, reaches every operation it knows.
let emulator: ServedEmulator;
let client: Cloudflare;
let account: { account_id: string };
const driven = new Set<string>();
beforeAll(async () => {
  ({ emulator, client, account } = await startWithSdk());
});
afterAll(() => emulator?.close());

/** One of the resources of the client; what is called on it is remembered. */
function drive<Resource extends object>(name: string, resource: Resource): Resource {
  return new Proxy(resource, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof value === 'function') driven.add(`${name}.${String(key)}`);
      return value;
    },
  });
}

const upload = async (id?: string) =>
  drive('v1', client.images.v1).create({
    ...account,
    ...(id === undefined ? {} : { id }),
    file: await toFile(await picture(), 'cat.png', { type: 'image/png' }),
    metadata: JSON.stringify({ album: 'cats', stars: 4 }),
    creator: 'ann',
  });

describe('the official client', () => {
  test('stores, reads, changes, exports and deletes an image', async () => {
    const v1 = drive('v1', client.images.v1);
    const image = await upload();
    const id = image.id as string;
    expect(image).toMatchObject({
      filename: 'cat.png',
      meta: { album: 'cats', stars: 4 },
      creator: 'ann',
    });
    expect(await v1.get(id, account)).toEqual(image);
    const changed = await v1.edit(id, { ...account, metadata: { album: 'dogs' } });
    expect(changed.meta).toEqual({ album: 'dogs' });
    const blob = await drive('v1.blobs', client.images.v1.blobs).get(id, account);
    expect(blob.headers.get('content-type')).toBe('image/png');
    expect(await blob.arrayBuffer()).toEqual(await (await picture()).arrayBuffer());
    expect(await v1.delete(id, account)).toEqual({});
  });

  test.each([
    ['a/b c', 'a%2Fb%20c'],
    ['50%2F50', '50%252F50'],
    ['é/ü', '%C3%A9%2F%C3%BC'],
  ])('encodes the custom id %s as %s', async (id, encoded) => {
    await upload(id);
    emulator.requests.clear();
    const image = await client.images.v1.get(id, account);
    expect(image.id).toBe(id);
    expect(emulator.requests.list()[0]?.path).toMatch(new RegExp(`/images/v1/${encoded}$`));
    await client.images.v1.delete(id, account);
  });

  test('asks for a direct upload', async () => {
    const { uploadURL, id } = await drive(
      'v2.directUploads',
      client.images.v2.directUploads,
    ).create({
      ...account,
      metadata: JSON.stringify({ a: 1 }),
      expiry: new Date(Date.now() + 600_000).toISOString(),
    });
    const body = form({ file: await picture() });
    const sent = await fetch(uploadURL as string, { method: 'POST', body });
    expect(sent.status).toBe(200);
    expect((await client.images.v1.get(id as string, account)).meta).toEqual({ a: 1 });
  });

  test('lists, with filters in brackets', async () => {
    await upload('listed');
    const v2 = drive('v2', client.images.v2);
    // Its types know "meta.<field>[<operator>]" as one literal name.
    const filters = { 'meta.album[eq:string]': 'cats' } as object;
    const page = await v2.list({ ...account, ...filters });
    expect(page.images?.map(({ id }) => id)).toEqual(['listed']);
    const old = await drive('v1', client.images.v1).list(account);
    const { images } = old.result as { images?: { id: string }[] };
    expect(images?.map(({ id }) => id)).toContain('listed');
  });

  test('manages variants', async () => {
    const variants = drive('v1.variants', client.images.v1.variants);
    const options = { fit: 'cover', width: 30, height: 20, metadata: 'none' } as const;
    const made = await variants.create({ ...account, id: 'hero', options });
    expect(made.variant).toMatchObject({ id: 'hero', options });
    expect((await variants.get('hero', account)).variant).toEqual(made.variant);
    const all = (await variants.list(account)).variants;
    expect(all?.hero).toMatchObject({ id: 'hero' });
    const wider = await variants.edit('hero', { ...account, options: { ...options, width: 60 } });
    expect(wider.variant?.options.width).toBe(60);
    expect(await variants.delete('hero', account)).toEqual({});
  });

  test('manages keys and reads the count', async () => {
    const keys = drive('v1.keys', client.images.v1.keys);
    const names = (list: { keys?: { name?: string }[] }) => list.keys?.map(({ name }) => name);
    expect(names(await keys.update('second', account))).toEqual(['default', 'second']);
    expect(names(await keys.delete('default', account))).toEqual(['second']);
    expect(names(await keys.delete('second', account))).toEqual(['default']);
    expect(names(await keys.list(account))).toEqual(['default']);
    const { count } = await drive('v1.stats', client.images.v1.stats).get(account);
    expect(count?.allowed).toBe(100_000);
  });

  test('has been driven through every method it has', () => {
    const { v1, v2 } = client.images;
    const resources = {
      v1,
      v2,
      'v1.blobs': v1.blobs,
      'v1.keys': v1.keys,
      'v1.stats': v1.stats,
      'v1.variants': v1.variants,
      'v2.directUploads': v2.directUploads,
    };
    const known = Object.entries(resources).flatMap(([name, resource]) => {
      // The generated classes are thin children of base classes that hold the methods.
      const base: object = Object.getPrototypeOf(Object.getPrototypeOf(resource)) as object;
      return Object.getOwnPropertyNames(base)
        .filter((key) => key !== 'constructor')
        .map((key) => `${name}.${key}`);
    });
    expect(known.length).toBeGreaterThanOrEqual(16);
    expect([...driven].sort()).toEqual(expect.arrayContaining(known.sort()));
  });
});
