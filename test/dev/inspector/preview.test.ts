import sharp from 'sharp';
import { expect, test } from 'vitest';
import { samplePng } from '../sample-image.js';
import { createInspected } from './inspect.js';

test('shows what delivery would, and asks for no signature', async () => {
  const { emulator, ask } = createInspected();
  const [id = ''] = await emulator.seed({
    images: [{ bytes: await samplePng({ width: 800, height: 600 }), requireSignedURLs: true }],
    variants: { small: { width: 40, height: 40, fit: 'cover' } },
  });
  const sizeOf = async (query: string) => {
    const response = await ask(`/preview?id=${id}${query}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('x-cf-images-explain')).toContain('size=');
    const { width, height } = await sharp(await response.arrayBuffer()).metadata();
    return { width, height };
  };
  expect(await sizeOf('&variant=small')).toEqual({ width: 40, height: 40 });
  expect(await sizeOf('')).toEqual({ width: 480, height: 360 });
  await emulator.seed({ variants: { small: { width: 20 } } });
  expect(await sizeOf('&variant=small')).toEqual({ width: 20, height: 15 });
});

test('is not drawn twice, and a HEAD says how large it is', async () => {
  const { emulator, ask } = createInspected();
  const bytes = await samplePng({ width: 600, height: 600 });
  await emulator.seed({ images: [{ id: 'a', bytes }] });
  const first = await ask('/preview?id=a&variant=public');
  const etag = first.headers.get('etag') ?? '';
  const head = await ask('/preview?id=a&variant=public', { method: 'HEAD' });
  expect(Number(head.headers.get('content-length'))).toBe((await first.arrayBuffer()).byteLength);
  expect(head.headers.get('x-cf-images-explain')).toContain('cache=hit');
  const other = await ask('/preview?id=a', { headers: { 'if-none-match': etag } });
  expect(other.status).toBe(200);
  const same = await ask('/preview?id=a&variant=public', { headers: { 'if-none-match': etag } });
  expect(same.status).toBe(304);
});

test('an SVG stays sanitised and in its sandbox', async () => {
  const { emulator, ask } = createInspected();
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><script>alert(1)</script></svg>';
  await emulator.seed({ images: [{ id: 'a', bytes: new TextEncoder().encode(svg) }] });
  const response = await ask('/preview?id=a&variant=public');
  expect(response.headers.get('content-security-policy')).toContain('sandbox');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await response.text()).not.toContain('script');
});

test('says in words what cannot be shown', async () => {
  const { emulator, read } = createInspected();
  await emulator.seed({ images: [{ id: 'a', bytes: await samplePng() }, { id: 'promised' }] });
  for (const query of ['id=none', 'id=promised', 'id=a&variant=none', '']) {
    expect(await read(`/preview?${query}`)).toMatchObject({
      status: 404,
      body: { error: expect.stringContaining('not found') },
    });
  }
});
