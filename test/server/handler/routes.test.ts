import { describe, expect, it } from 'vitest';
import { fakeImages, origin, record, setUp, touched } from './set-up.js';

describe('routes', () => {
  it.each([
    '',
    '/',
    '/nothing',
    '/constructor',
    '/__proto__',
    '/toString',
    '/images/',
    '//images',
    '/direct-upload/',
    '/%69mages',
    '/image%2F',
    '/images%2Fx',
    '/image%252F',
    '/images%00',
    '/../images',
    '/%2e%2e/images',
    '/images/..%2fstats',
    '/IMAGES',
    '/images;a=b',
    '/sign',
    '/upload',
  ])('below the base path: %j is not one', async (path) => {
    const { handler, images } = setUp();
    const headers = { 'sec-fetch-site': 'same-origin' };
    const response = await handler(new Request(`${origin}/api/images${path}`, { headers }));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not-supported' } });
    expect(touched(images)).toBe(false);
  });

  it.each(['/images', '/api/imagesX/images', '/api/images-2/images', '/x/api/images/images'])(
    'beside the base path: %s is not one',
    async (path) => {
      const { handler } = setUp();
      expect((await handler(new Request(`${origin}${path}`))).status).toBe(404);
    },
  );

  it.each(['/', '', '/media/'])('stand below another base path: %j', async (basePath) => {
    const { handler } = setUp({ basePath });
    const path = basePath.replace(/\/$/, '');
    expect((await handler(new Request(`${origin}${path}/stats`))).status).toBe(200);
  });

  it.each([
    ['POST', '/images', 'GET'],
    ['HEAD', '/images', 'GET'],
    ['GET', '/direct-upload', 'POST'],
    ['PUT', '/image?id=a', 'GET, PATCH, DELETE'],
    ['OPTIONS', '/status?id=a', 'GET'],
  ])('%s %s is answered 405 with what is allowed', async (method, path, allow) => {
    const { handler } = setUp();
    const response = await handler(new Request(`${origin}/api/images${path}`, { method }));
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  });

  it('read the id once, and only one', async () => {
    const { call, images } = setUp({}, fakeImages([record('a%2Fb'), record('a/b c+é')]));
    expect((await call('GET', '/image?id=a%252Fb')).body.image.id).toBe('a%2Fb');
    expect((await call('GET', `/image?id=${encodeURIComponent('a/b c+é')}`)).status).toBe(200);
    images.get.mockClear();
    for (const query of [
      '',
      '?id=',
      '?id=a&id=b',
      '?ID=a',
      '?id=..',
      '?id=%2e%2e',
      '?id=a%00',
      '?id=keys',
      '?id=keys/default',
      '?id=variants%2Fpublic',
      '?id=a//b',
      '?id=/a',
      '?id=a/blob',
    ]) {
      expect((await call('GET', `/image${query}`)).status, query).toBe(400);
      expect((await call('DELETE', `/image${query}`)).status, query).toBe(400);
    }
    expect(images.get).not.toHaveBeenCalled();
    expect(images.delete).not.toHaveBeenCalled();
  });
});
