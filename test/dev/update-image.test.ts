import { describe, expect, test } from 'vitest';
import { createApi } from './api-client.js';
import { samplePng } from './sample-image.js';

const json = (value: unknown) => ({
  headers: { authorization: 'Bearer local-token', 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

async function createWith(image: object, options = {}) {
  const api = createApi(options);
  const [id = ''] = await api.emulator.seed({ images: [{ bytes: await samplePng(), ...image }] });
  return { ...api, id };
}

describe('changing an image', () => {
  test('keeps what is not named and replaces metadata as a whole', async () => {
    const { call, id } = await createWith({ metadata: { a: 1, b: 2 }, creator: 'ann' });
    const first = await call('PATCH', `v1/${id}`, json({ metadata: { c: 3 } }));
    expect(first.body.result).toMatchObject({ id, meta: { c: 3 }, creator: 'ann' });
    const second = await call('PATCH', `v1/${id}`, json({ creator: 'bob' }));
    expect(second.body.result).toMatchObject({ meta: { c: 3 }, creator: 'bob' });
    const third = await call('PATCH', `v1/${id}`, json({ creator: null, metadata: {} }));
    expect(third.body.result).toMatchObject({ meta: {}, creator: null });
    expect((await call('PATCH', `v1/${id}`, json({}))).body.result.id).toBe(id);
    expect((await call('GET', `v1/${id}`)).body.result).toEqual(third.body.result);
  });

  test('of access gives another id, and the old one ends', async () => {
    const { call, id, emulator } = await createWith({});
    const { result } = (await call('PATCH', `v1/${id}`, json({ requireSignedURLs: true }))).body;
    expect(result).toMatchObject({ requireSignedURLs: true });
    expect(result.id).not.toBe(id);
    expect(result.id).toMatch(/01$/);
    expect((await call('GET', `v1/${id}`)).status).toBe(404);
    const delivery = (which: string) =>
      emulator.fetch(`https://imagedelivery.net/local-hash/${which}/public`);
    expect((await delivery(id)).status).toBe(404);
    expect((await delivery(result.id)).status).toBe(403);
    const again = (await call('PATCH', `v1/${result.id}`, json({ requireSignedURLs: true }))).body;
    expect(again.result.id).toBe(result.id);
    const back = (await call('PATCH', `v1/${result.id}`, json({ requireSignedURLs: false }))).body;
    expect(back.result.id).toMatch(/00$/);
    expect((await delivery(back.result.id)).status).toBe(200);
    expect((await call('GET', 'v2')).body.result.images).toHaveLength(1);
  });

  test('of access keeps a custom id public', async () => {
    const { call } = await createWith({ id: 'mine' });
    const refused = await call('PATCH', 'v1/mine', json({ requireSignedURLs: true, creator: 'x' }));
    expect(refused.status).toBe(400);
    expect((await call('GET', 'v1/mine')).body.result.creator).toBeNull();
    const other = await createWith({ id: 'mine' }, { guesses: { privateCustomId: 'drop-flag' } });
    const kept = await other.call(
      'PATCH',
      'v1/mine',
      json({ requireSignedURLs: true, creator: 'x' }),
    );
    expect(kept.body.result).toMatchObject({ id: 'mine', requireSignedURLs: false, creator: 'x' });
  });

  test.each([
    'not json',
    '[]',
    '{"metadata":"text"}',
    '{"metadata":null}',
    '{"requireSignedURLs":"true"}',
    '{"creator":7}',
    JSON.stringify({ metadata: { a: 'x'.repeat(1024) } }),
  ])('refuses %s', async (body) => {
    const { call, id } = await createWith({ creator: 'ann' });
    const headers = { authorization: 'Bearer local-token' };
    const answer = await call('PATCH', `v1/${id}`, { headers, body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0]?.code).toBe(5400);
    expect((await call('GET', `v1/${id}`)).body.result.creator).toBe('ann');
  });

  test('that does not exist answers 404, as do its details, blob and deletion', async () => {
    const { call } = createApi();
    for (const answer of [
      await call('PATCH', 'v1/none', json({})),
      await call('GET', 'v1/none'),
      await call('GET', 'v1/none/blob'),
      await call('DELETE', 'v1/none'),
    ]) {
      expect(answer.status).toBe(404);
      expect(answer.body.errors).toEqual([{ code: 5404, message: 'Image not found' }]);
    }
  });
});

test('a deleted image is gone everywhere, and its id is free', async () => {
  const { call, emulator, id } = await createWith({ id: 'mine' });
  const deleted = await call('DELETE', `v1/${id}`);
  expect(deleted.body).toEqual({ result: {}, success: true, errors: [], messages: [] });
  expect((await call('GET', 'v2')).body.result.images).toEqual([]);
  expect((await emulator.fetch('https://imagedelivery.net/local-hash/mine/public')).status).toBe(
    404,
  );
  await emulator.seed({ images: [{ id, bytes: await samplePng() }] });
  expect((await call('GET', `v1/${id}`)).status).toBe(200);
});

test('a draft has no blob, and deleting it ends its link', async () => {
  const { call, post } = createApi();
  const ticket = (await call('POST', 'v2/direct_upload', { body: new FormData() })).body.result;
  expect((await call('GET', `v1/${ticket.id}/blob`)).status).toBe(404);
  expect((await call('DELETE', `v1/${ticket.id}`)).status).toBe(200);
  const form = new FormData();
  form.set('file', await samplePng());
  expect((await post(ticket.uploadURL, form)).status).toBe(404);
});
