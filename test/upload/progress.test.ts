import { expect, it } from 'vitest';
import { createUploadEngine } from '../../src/upload/create-upload-engine.js';
import type { SendRequest } from '../../src/upload/transport.js';
import { pngFile } from './sample-files.js';

/** An engine whose service is in the test's hands. */
function createScene() {
  const sends: { request: SendRequest; answer: (status: number, body?: unknown) => void }[] = [];
  let tickets = 0;
  const engine = createUploadEngine({
    retryDelayMs: 1,
    fetch: async (input) => {
      if (String(input).includes('/status')) return Response.json({ status: 'draft' });
      tickets += 1;
      return Response.json({
        id: `image-${tickets}`,
        uploadURL: `https://upload.imagedelivery.net/hash/image-${tickets}`,
        expiresAt: '2030-01-01T00:00:00Z',
      });
    },
    transport: (request) =>
      new Promise((resolve) => {
        const id = request.url.split('/').at(-1);
        sends.push({
          request,
          answer: (status, body = { success: true, result: { id }, errors: [] }) =>
            resolve({ status, body: JSON.stringify(body), header: () => null }),
        });
      }),
  });
  const sent = async (count: number) => {
    while (sends.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
    const last = sends[count - 1];
    if (!last) throw new Error('Nothing was sent.');
    const move = (share: number) =>
      last.request.onProgress?.({ loadedBytes: 1000 * share, totalBytes: 1000 });
    return { ...last, move };
  };
  return { engine, sent };
}

it('is full only when the image is stored', async () => {
  const { engine, sent } = createScene();
  const [uploadId] = engine.add([pngFile('a.png', 10_000)]);
  const { move, answer } = await sent(1);
  move(1);
  expect(engine.getUploads()[0]).toMatchObject({ phase: 'finishing' });
  expect(engine.getProgress(uploadId).fraction).toBeLessThan(1);
  expect(engine.getProgress().fraction).toBeLessThan(1);
  answer(200);
  await engine.settled();
  expect(engine.getProgress(uploadId)).toMatchObject({ fraction: 1 });
  expect(engine.getProgress()).toMatchObject({ fraction: 1 });
});

it('never goes back, not even when an attempt starts anew', async () => {
  const { engine, sent } = createScene();
  const [uploadId] = engine.add([pngFile('a.png', 10_000)]);
  const first = await sent(1);
  first.move(0.8);
  const before = engine.getProgress(uploadId).fraction;
  expect(before).toBeCloseTo(0.8, 2);
  first.answer(500);
  const second = await sent(2);
  second.move(0.1);
  expect(engine.getProgress(uploadId).fraction).toBe(before);
  second.move(0.9);
  expect(engine.getProgress(uploadId).fraction).toBeCloseTo(0.9, 2);
  engine.dispose();
});

it('counts the batch by bytes, and leaves an earlier batch out', async () => {
  const { engine, sent } = createScene();
  engine.add([pngFile('old.png', 5000)]);
  (await sent(1)).answer(200);
  await engine.settled();
  const files = [pngFile('a.png', 1000), pngFile('b.png', 9000)];
  engine.add(files);
  const { answer } = await sent(2);
  await sent(3);
  const total = (files[0]?.size ?? 0) + (files[1]?.size ?? 0);
  answer(200);
  while (engine.getUploads()[1]?.status !== 'done') await new Promise((r) => setTimeout(r, 1));
  expect(engine.getProgress()).toEqual({
    loadedBytes: files[0]?.size,
    totalBytes: total,
    fraction: (files[0]?.size ?? 0) / total,
  });
  engine.dispose();
});

it('stands still when a file with much sent is canceled', async () => {
  const { engine, sent } = createScene();
  const [first = ''] = engine.add([pngFile('a.png', 9000), pngFile('b.png', 9000)]);
  (await sent(1)).move(0.9);
  const before = engine.getProgress().fraction;
  engine.cancel(first);
  expect(engine.getProgress().fraction).toBe(before);
  engine.dispose();
});

it('stands still then although nobody looked before', async () => {
  const { engine, sent } = createScene();
  const [first = ''] = engine.add([pngFile('a.png', 9000), pngFile('b.png', 9000)]);
  (await sent(1)).move(0.9);
  engine.cancel(first);
  expect(engine.getProgress().fraction).toBeCloseTo(0.45, 2);
  engine.dispose();
});

it('tells its listeners when bytes move, and nobody else', async () => {
  const { engine, sent } = createScene();
  engine.add([pngFile('a.png', 9000)]);
  const { move } = await sent(1);
  const counts = { list: 0, bytes: 0 };
  const stops = [
    engine.subscribe(() => (counts.list += 1)),
    engine.subscribeProgress(() => (counts.bytes += 1)),
  ];
  for (const share of [0.1, 0.2, 0.2, 0.1, 0.3]) move(share);
  expect(counts).toEqual({ list: 0, bytes: 3 });
  for (const stop of stops) stop();
  move(0.5);
  expect(counts.bytes).toBe(3);
  engine.dispose();
});

it('is the same object until it changed', async () => {
  const { engine, sent } = createScene();
  const [uploadId] = engine.add([pngFile('a.png', 9000)]);
  const { move } = await sent(1);
  move(0.3);
  expect(engine.getProgress(uploadId)).toBe(engine.getProgress(uploadId));
  expect(engine.getProgress()).toBe(engine.getProgress());
  expect(engine.getProgress('nobody')).toEqual({ loadedBytes: 0, totalBytes: 0, fraction: 0 });
  engine.dispose();
});

it('goes without a listener after an attempt in which no byte moved', async () => {
  let attempts = 0;
  const listened: boolean[] = [];
  const engine = createUploadEngine({
    retryDelayMs: 1,
    fetch: async (input) =>
      String(input).includes('/status')
        ? Response.json({ status: 'draft' })
        : Response.json({ id: `i${++attempts}`, uploadURL: 'https://u/', expiresAt: 'later' }),
    transport: async ({ onProgress }) => {
      listened.push(onProgress !== undefined);
      throw new TypeError('Failed to fetch');
    },
  });
  engine.add([pngFile()]);
  await engine.settled();
  expect(listened).toEqual([true, false, false]);
});
