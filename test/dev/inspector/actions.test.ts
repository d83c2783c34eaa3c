import { describe, expect, test } from 'vitest';
import { samplePng } from '../sample-image.js';
import { createInspected } from './inspect.js';

async function createPrivate(options = {}) {
  const inspected = createInspected(options);
  const [imageId = ''] = await inspected.emulator.seed({
    images: [{ bytes: await samplePng(), requireSignedURLs: true }],
    variants: { 'a b': { width: 4 } },
  });
  return { ...inspected, imageId };
}

describe('a signed URL', () => {
  test('opens a private image until its end', async () => {
    const { emulator, imageId, act, origin } = await createPrivate();
    const sign = { imageId, variant: 'public', expiresInSeconds: 60 };
    const { body } = await act('POST', '/sign', sign);
    expect(body.url).toMatch(
      new RegExp(
        `^${origin}/imagedelivery.net/local-hash/${imageId}/public\\?exp=\\d+&sig=[0-9a-f]{64}$`,
      ),
    );
    expect(Math.abs(body.expiresAt - emulator.clock.now() - 60_000)).toBeLessThan(2000);
    expect((await emulator.fetch(body.url)).status).toBe(200);
    expect((await emulator.fetch(body.url.replace('exp=1', 'exp=2'))).status).toBe(403);
    expect((await emulator.fetch(body.url.split('?')[0])).status).toBe(403);
    emulator.clock.advance(62_000);
    expect((await emulator.fetch(body.url)).status).toBe(403);
  });

  test.each(['path-and-query', 'path', 'either'] as const)(
    'keeps to the guess about what is signed: %s',
    async (signedString) => {
      const { emulator, imageId, act } = await createPrivate({ guesses: { signedString } });
      for (const expiresInSeconds of [3600, null]) {
        const sign = { imageId, variant: 'a b', expiresInSeconds };
        const { body } = await act('POST', '/sign', sign);
        expect(body.expiresAt === null).toBe(expiresInSeconds === null);
        expect((await emulator.fetch(body.url)).status).toBe(200);
      }
    },
  );

  test('is the one of the vectors', async () => {
    const key = 'Oix0bbNaT8Rge9PuyxUBrjI6zrgnsyJ5=';
    const imageId = 'bc27a117-9509-446b-8c69-c81bfeac0a01';
    const { emulator, act } = createInspected({ accountHash: 'cheeW4oKsx5ljh8e8BoL2A' });
    await emulator.seed({
      images: [{ id: imageId, bytes: await samplePng(), requireSignedURLs: true }],
      variants: { mobile: { width: 4 } },
      keys: { default: key },
    });
    const sign = { imageId, variant: 'mobile', expiresInSeconds: null };
    expect((await act('POST', '/sign', sign)).body.url).toContain(
      '/mobile?sig=f650d16a54309cc5560ccf74ba805cd33c92ba5edaa7f09abeebfaf7e3f5895e',
    );
  });

  test('is only made of what there is', async () => {
    const { emulator, imageId, act } = await createPrivate();
    await emulator.seed({ images: [{ id: 'promised' }] });
    const sign = { imageId, variant: 'public', expiresInSeconds: 60 };
    for (const [change, status] of [
      [{ imageId: 'none' }, 404],
      [{ imageId: 'promised' }, 404],
      [{ variant: 'none' }, 404],
      [{ variant: 'width=100' }, 404],
      [{ variant: 7 }, 400],
      [{ imageId: undefined }, 400],
      [{ expiresInSeconds: 0 }, 400],
      [{ expiresInSeconds: 1.5 }, 400],
      [{ expiresInSeconds: 1e12 }, 400],
      [{ expiresInSeconds: undefined }, 400],
    ] as const) {
      const answer = await act('POST', '/sign', { ...sign, ...change });
      expect(answer).toMatchObject({ status, body: { error: expect.any(String) } });
    }
    expect((await act('POST', '/sign')).status).toBe(400);
  });
});

describe('the clock', () => {
  test('moves forward and comes back', async () => {
    const { emulator, act, read } = createInspected();
    expect((await act('POST', '/clock', { seconds: 3600 })).status).toBe(200);
    const ahead = emulator.clock.now() - Date.now();
    expect(Math.round(ahead / 1000)).toBe(3600);
    expect(Math.round((await read('/state')).body.aheadMs / 1000)).toBe(3600);
    expect((await act('DELETE', '/clock')).status).toBe(200);
    expect(emulator.clock.now() - Date.now()).toBeLessThan(1000);
  });

  test('takes whole seconds of at most a year at a time', async () => {
    const { act } = createInspected();
    for (const seconds of [-1, 0, 0.5, 1e9, '60', null]) {
      expect((await act('POST', '/clock', { seconds })).status).toBe(400);
    }
  });
});

test('there is no other action', async () => {
  const { act } = createInspected();
  expect((await act('POST', '/state')).status).toBe(404);
  expect((await act('GET', '/clock')).status).toBe(404);
  expect((await act('DELETE', '/sign')).status).toBe(404);
  expect((await act('POST', '/constructor')).status).toBe(404);
});
