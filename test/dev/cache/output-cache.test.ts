import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDiskCache } from '../../../src/dev/cache/disk-cache.js';
import { createLayeredCache } from '../../../src/dev/cache/layered-cache.js';
import { createMemoryCache } from '../../../src/dev/cache/memory-cache.js';
import type { OutputCache } from '../../../src/dev/cache/output-cache.js';

const image = (length: number, fill = 7) => {
  const bytes = new Uint8Array(length).fill(fill);
  return { bytes, contentType: 'image/webp', width: 3, height: 2 };
};

let root = '';
let folders = 0;
const folder = () => join(root, String((folders += 1)));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'output-cache-'));
});
afterAll(() => rm(root, { recursive: true }));

describe.each([
  ['memory', (maxBytes: number) => createMemoryCache({ maxBytes })],
  ['disk', (maxBytes: number) => createDiskCache({ directory: folder(), maxBytes })],
  [
    'memory before disk',
    (maxBytes: number) => {
      const disk = createDiskCache({ directory: folder(), maxBytes });
      return createLayeredCache(createMemoryCache({ maxBytes }), disk);
    },
  ],
])('the cache in %s', (_, create) => {
  test('gives back what was put, and nothing else', async () => {
    const cache = create(100_000);
    await cache.put('a', image(10));
    expect(await cache.get('a')).toMatchObject({ contentType: 'image/webp', width: 3, height: 2 });
    expect([...((await cache.get('a'))?.bytes ?? [])]).toEqual(Array(10).fill(7));
    expect(await cache.get('b')).toBeUndefined();
    expect(await cache.get('../../../etc/passwd')).toBeUndefined();
  });

  test('does not take what is larger than itself', async () => {
    const cache = create(10_000);
    await cache.put('small', image(100));
    await cache.put('huge', image(20_000));
    expect(await cache.get('huge')).toBeUndefined();
    expect(await cache.get('small')).toBeDefined();
  });

  test('can be emptied', async () => {
    const cache = create(10_000);
    await cache.put('a', image(10));
    await cache.clear();
    expect(await cache.get('a')).toBeUndefined();
  });
});

test.each([
  ['memory', () => createMemoryCache({ maxBytes: 10_000 })],
  ['disk', () => createDiskCache({ directory: folder(), maxBytes: 10_000 })],
])('%s keeps what was used last', async (_, create) => {
  const cache = create();
  await cache.put('old', image(3000));
  await pause();
  await cache.put('new', image(3000));
  await pause();
  await cache.get('old');
  await pause();
  await cache.put('newest', image(4000));
  expect(await cache.get('new')).toBeUndefined();
  expect(await cache.get('old')).toBeDefined();
  expect(await cache.get('newest')).toBeDefined();
});

test('memory stays within its bound over ten thousand images', async () => {
  const cache = createMemoryCache({ maxBytes: 1_000_000 });
  for (let index = 0; index < 10_000; index += 1) {
    await cache.put(`image ${index}`, image(1000 + (index % 7) * 1000));
    expect(cache.byteLength).toBeLessThanOrEqual(1_000_000);
  }
  for (let round = 0; round < 100; round += 1) await cache.put('same', image(5000));
  expect(cache.byteLength).toBeLessThanOrEqual(1_000_000);
  await cache.clear();
  expect(cache.byteLength).toBe(0);
});

describe('the files of the disk cache', () => {
  const sizeOf = async (directory: string) => {
    const names = await readdir(directory);
    const sizes = await Promise.all(
      names.map(async (name) => (await readFile(join(directory, name))).length),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  };

  test('outlive the process that wrote them, and stay bounded in the next', async () => {
    const directory = folder();
    const first = createDiskCache({ directory, maxBytes: 50_000 });
    for (let index = 0; index < 10; index += 1) await first.put(`${index}`, image(4000));
    const second = createDiskCache({ directory, maxBytes: 50_000 });
    expect(await second.get('9')).toBeDefined();
    for (let index = 10; index < 30; index += 1) await second.put(`${index}`, image(4000));
    expect(await sizeOf(directory)).toBeLessThanOrEqual(50_000);
  });

  test('are a miss when damaged, cut short or gone', async () => {
    const directory = folder();
    const cache = createDiskCache({ directory });
    const spoil = async (change: (path: string) => Promise<void>) => {
      await cache.put('a', image(100));
      const [name = ''] = await readdir(directory);
      await change(join(directory, name));
      expect(await cache.get('a')).toBeUndefined();
    };
    await spoil(async (path) => writeFile(path, (await readFile(path)).subarray(0, -1)));
    await spoil((path) => writeFile(path, ''));
    await spoil((path) => writeFile(path, 'null\n'));
    await spoil((path) => rm(path));
    await cache.put('a', image(100));
    expect(await cache.get('a')).toBeDefined();
  });

  test('may be shared by two processes', async () => {
    const directory = folder();
    const caches: OutputCache[] = [createDiskCache({ directory }), createDiskCache({ directory })];
    await caches[0]?.get('x');
    await caches[1]?.get('x');
    await caches[0]?.put('a', image(10));
    expect(await caches[1]?.get('a')).toBeDefined();
    await caches[1]?.clear();
    expect(await caches[0]?.get('a')).toBeUndefined();
  });
});

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15));
}
