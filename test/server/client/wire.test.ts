import { describe, expect, it } from 'vitest';
import { success } from '../scripted-service.js';
import { connect, failureOf, image } from './connect.js';

describe('the wire', () => {
  it('asks for a direct upload with a form, metadata as one JSON text', async () => {
    const { client, seen } = await connect([success({ id: 'x', uploadURL: 'https://u/x' })]);
    const before = Date.now();
    const ticket = await client.createDirectUpload({
      id: 'rooms/7/cat',
      metadata: { a: { b: [1] } },
      creator: 'ann',
      expiresInSeconds: 600,
    });
    expect(ticket).toMatchObject({ id: 'x', uploadURL: 'https://u/x' });
    const lifeMs = Date.parse(ticket.expiresAt) - before;
    expect(lifeMs).toBeGreaterThanOrEqual(600_000);
    expect(lifeMs).toBeLessThan(610_000);
    const [request] = seen;
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe('/client/v4/accounts/acc/images/v2/direct_upload');
    const form = await new Response(request?.body, {
      headers: { 'content-type': request?.headers['content-type'] ?? '' },
    }).formData();
    expect(Object.fromEntries(form)).toEqual({
      id: 'rooms/7/cat',
      metadata: '{"a":{"b":[1]}}',
      creator: 'ann',
      requireSignedURLs: 'false',
      expiry: ticket.expiresAt,
    });
  });

  it.each([
    [120, 125],
    [130, 130],
    [21_600, 21_590],
  ])('keeps %i seconds inside the bounds as %i', async (asked, sent) => {
    const { client } = await connect([success({ id: 'x', uploadURL: 'https://u/x' })]);
    const before = Date.now();
    const { expiresAt } = await client.createDirectUpload({ expiresInSeconds: asked });
    expect(Math.round((Date.parse(expiresAt) - before) / 1000)).toBe(sent);
  });

  it.each([119, 21_601, Number.NaN, -1])('refuses %d seconds', async (expiresInSeconds) => {
    const { client, seen } = await connect([success({})]);
    const error = await failureOf(client.createDirectUpload({ expiresInSeconds }));
    expect(error.code).toBe('invalid-option');
    expect(error.message).toContain('120 to 21600');
    expect(seen).toHaveLength(0);
  });

  it('refuses what Cloudflare would refuse, before asking', async () => {
    const { client, seen } = await connect([success({})]);
    const uuid = '083eb7b2-5392-4565-b69e-aff66acddd00';
    const codes = await Promise.all(
      [
        client.createDirectUpload({ id: 'a', requireSignedURLs: true }),
        client.createDirectUpload({ id: uuid }),
        client.createDirectUpload({ metadata: { a: 'x'.repeat(1100) } }),
        client.createDirectUpload({ creator: 'x'.repeat(1025) }),
        client.update('a', { requireSignedURLs: true }),
        client.list({ limit: 9 }),
        client.list({ meta: { 'a b': 1 } }),
        client.list({ meta: { a: { gt: 1, lt: 2 }, b: { gt: 1, lt: 2 }, c: { gt: 1, lt: 2 } } }),
        client.list({ meta: { a: { in: ['x|y'] } } }),
      ].map(async (work) => (await failureOf(work)).code),
    );
    expect(codes).toEqual([
      'private-custom-id',
      'invalid-option',
      'invalid-option',
      'invalid-option',
      'private-custom-id',
      'invalid-option',
      'invalid-option',
      'invalid-option',
      'invalid-option',
    ]);
    expect(seen).toHaveLength(0);
  });

  it('lists with v2, its cursor and typed filters', async () => {
    const { client, seen } = await connect([
      success({ images: [image], continuation_token: 'next' }),
      success({ images: [], continuation_token: null }),
    ]);
    const page = await client.list({
      limit: 20,
      sort: 'asc',
      creator: '',
      meta: { status: 'active', 'camera.iso': { gte: 100, lt: 800 }, tag: { in: ['a', 'b'] } },
    });
    expect(page).toEqual({ images: [{ ...image, creator: null, draft: false }], cursor: 'next' });
    expect((await client.list({ cursor: 'next' })).cursor).toBeNull();
    const query = new URL(seen[0]?.url ?? '', 'http://x').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      per_page: '20',
      sort_order: 'asc',
      creator: '',
      'meta.status[eq:string]': 'active',
      'meta.camera.iso[gte:number]': '100',
      'meta.camera.iso[lt:number]': '800',
      'meta.tag[in:string]': 'a|b',
    });
    expect(seen[1]?.url).toBe('/client/v4/accounts/acc/images/v2?continuation_token=next');
  });

  it('encodes ids once, slashes and percents included', async () => {
    const { client, seen } = await connect([success(image)]);
    await client.get('a/b %2F é?#');
    expect(seen[0]?.url).toBe('/client/v4/accounts/acc/images/v1/a%2Fb%20%252F%20%C3%A9%3F%23');
  });

  it.each([
    '',
    '.',
    '..',
    'a/../b',
    '/a',
    'a/',
    'a//b',
    'a\0b',
    'keys',
    'keys/default',
    'variants/public',
    'stats',
    'config',
    'batch_token',
    'direct_upload',
    'a/blob',
    '\ud800',
    'x'.repeat(1025),
  ])('never sends the id %j, which would reach something else', async (id) => {
    const { client, seen } = await connect([success(image)]);
    for (const work of [client.get(id), client.delete(id), client.update(id, {})]) {
      expect((await failureOf(work)).code).toBe('invalid-option');
    }
    expect(seen).toHaveLength(0);
  });

  it('updates with JSON, deletes, and reads variants and stats', async () => {
    const { client, seen } = await connect([
      success({ ...image, id: 'new' }),
      success({}),
      success({ variants: { thumb: { id: 'thumb', options: { width: 80 } } } }),
      success({ count: { allowed: 100, current: 3 } }),
    ]);
    expect((await client.update('cat', { metadata: { a: 1 } })).id).toBe('new');
    await client.delete('cat');
    expect(await client.variants.list()).toEqual([
      {
        id: 'thumb',
        options: { fit: 'scale-down', width: 80, metadata: 'none' },
        neverRequireSignedURLs: false,
      },
    ]);
    expect(await client.stats()).toEqual({ allowed: 100, current: 3 });
    expect(seen.map(({ method, url }) => `${method} ${url.slice(23)}`)).toEqual([
      'PATCH /images/v1/cat',
      'DELETE /images/v1/cat',
      'GET /images/v1/variants',
      'GET /images/v1/stats',
    ]);
    expect(seen[0]?.body).toBe('{"metadata":{"a":1}}');
  });

  it('understands drafts, and metadata under its old name', async () => {
    const { client } = await connect([
      success({ id: 'd', uploaded: 'now', variants: [], draft: true, metadata: { a: 1 } }),
    ]);
    expect(await client.get('d')).toMatchObject({ draft: true, filename: null, meta: { a: 1 } });
  });
});
