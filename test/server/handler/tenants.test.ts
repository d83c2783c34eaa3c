import { describe, expect, it } from 'vitest';
import { type ImageRecord } from '../../../src/server.js';
import { fakeImages, record, setUp } from './set-up.js';

describe('a creator', () => {
  const mine = { authorize: () => ({ creator: 'ann' }), publicCreator: true };

  it('is the only one whose images are seen, changed, deleted or known', async () => {
    const { call, images } = setUp(mine);
    expect((await call('GET', '/image?id=b')).status).toBe(404);
    expect((await call('PATCH', '/image?id=b', { json: { metadata: {} } })).status).toBe(404);
    expect((await call('DELETE', '/image?id=b')).status).toBe(404);
    expect((await call('GET', '/status?id=b')).body).toEqual({ status: 'unknown' });
    expect(images.update).not.toHaveBeenCalled();
    expect(images.delete).not.toHaveBeenCalled();
    expect((await call('GET', '/image?id=a')).status).toBe(200);
    expect((await call('DELETE', '/image?id=a')).body).toEqual({ id: 'a' });
  });

  it('answers of others exactly as of nobody', async () => {
    const { call } = setUp(mine);
    for (const [method, path] of [
      ['GET', '/image'],
      ['DELETE', '/image'],
      ['GET', '/status'],
    ] as const) {
      const other = await call(method, `${path}?id=b`);
      const nobody = await call(method, `${path}?id=zzz`);
      expect([other.status, other.body]).toEqual([nobody.status, nobody.body]);
    }
  });

  it('narrows lists at Cloudflare, and once more here', async () => {
    const { call, images } = setUp(mine);
    const { body } = await call('GET', '/images?limit=5&sort=asc&cursor=c');
    expect(images.list.mock.calls[0]?.[0]).toMatchObject({
      creator: 'ann',
      limit: 10,
      sort: 'asc',
      cursor: 'c',
    });
    expect(body.images.map((image: ImageRecord) => image.id)).toEqual(['a']);
    images.list.mockClear();
    expect((await call('GET', '/images?creator=bob')).body).toEqual({ images: [], cursor: null });
    expect(images.list).not.toHaveBeenCalled();
  });

  it('and metadata are put on tickets', async () => {
    const { call, images } = setUp({
      authorize: () => ({ creator: 'ann', metadata: { plan: 'free' }, expiresInSeconds: 300 }),
      allowedMetadata: ['album', 'plan'],
    });
    const metadata = { album: 'sea', plan: 'gold', admin: true };
    await call('POST', '/direct-upload', { json: { metadata } });
    expect(images.createDirectUpload.mock.calls[0]?.[0]).toMatchObject({
      creator: 'ann',
      metadata: { album: 'sea', plan: 'free' },
      expiresInSeconds: 300,
    });
  });
});

describe('what a grant promises about privacy', () => {
  it('holds against an update too', async () => {
    const { call, images } = setUp({
      authorize: () => ({ creator: 'ann', requireSignedURLs: true }),
    });
    const json = { requireSignedURLs: false };
    expect((await call('PATCH', '/image?id=a', { json })).status).toBe(403);
    expect(images.update).not.toHaveBeenCalled();
  });
});

describe('a hidden creator', () => {
  it('cannot be guessed through the filter', async () => {
    const { call, images } = setUp({ authorize: () => true });
    expect((await call('GET', '/images?creator=bob')).status).toBe(400);
    expect(images.list).not.toHaveBeenCalled();
  });
});

describe('an id prefix', () => {
  it('takes no filter, whose cursor would tell of images outside it', async () => {
    const { call, images } = setUp({
      authorize: () => ({ idPrefix: 't7/' }),
      publicMetadata: ['album'],
    });
    expect((await call('GET', '/images?meta.album%5Beq%5D=sea')).status).toBe(400);
    expect(images.list).not.toHaveBeenCalled();
  });

  const images = () => fakeImages([record('t7/a'), record('t70/a'), record('t8/a')]);
  const options = { authorize: () => ({ idPrefix: 't7/' }) };

  it('is enforced on every route, without asking Cloudflare about others', async () => {
    const { call, images: client } = setUp(options, images());
    expect((await call('GET', '/image?id=t8/a')).status).toBe(404);
    expect((await call('GET', '/status?id=t70%2Fa')).body).toEqual({ status: 'unknown' });
    expect((await call('DELETE', '/image?id=t7/../t8/a')).status).toBe(400);
    expect(client.get).not.toHaveBeenCalled();
    expect((await call('GET', '/image?id=t7%2Fa')).status).toBe(200);
    const { body } = await call('GET', '/images');
    expect(body.images.map((image: ImageRecord) => image.id)).toEqual(['t7/a']);
    expect((await call('POST', '/direct-upload', { json: {} })).body.id).toMatch(
      /^t7\/[\da-f-]{36}$/,
    );
  });
});
