import { describe, expect, test } from 'vitest';
import type { ImageQuery } from '../../../src/dev/store/image-query.js';
import type { Store } from '../../../src/dev/store/store.js';
import { sampleStored } from './sample-stored-image.js';
import { storeOpeners } from './store-openers.js';

const listIds = async (store: Store, query: Partial<ImageQuery> = {}) =>
  (await store.listImages({ limit: 100, order: 'asc', ...query })).images.map(({ id }) => id);

describe.each(Object.entries(storeOpeners))('the %s store', (_, open) => {
  test('filters by creator', async () => {
    const store = await open();
    await store.addImage(...(await sampleStored('a', { creator: 'ann' })));
    await store.addImage(...(await sampleStored('b', { creator: null })));
    await store.addImage(...(await sampleStored('c', { creator: 'null' })));
    expect(await listIds(store, { creator: 'ann' })).toEqual(['a']);
    expect(await listIds(store, { creator: null })).toEqual(['b']);
    expect(await listIds(store, { creator: 'null' })).toEqual(['c']);
    expect(await listIds(store, { creator: 'ann', order: 'desc', limit: 1 })).toEqual(['a']);
  });

  test('filters by metadata', async () => {
    const store = await open();
    const metas = {
      text: { v: '4', region: { name: 'eu' } },
      number: { v: 4, region: { name: 'us' } },
      flag: { v: true },
      list: { v: [4] },
      nothing: { v: null },
      other: { w: 4 },
    };
    for (const [id, meta] of Object.entries(metas)) {
      await store.addImage(...(await sampleStored(id, { meta })));
    }
    const oneOf = (path: string, ...values: (string | number | boolean)[]) => ({
      path: path.split('.'),
      test: { kind: 'one-of' as const, values },
    });
    const compare = (operator: 'gt' | 'gte' | 'lt' | 'lte', value: number) => ({
      path: ['v'],
      test: { kind: 'compare' as const, operator, value },
    });
    const find = (...filters: NonNullable<ImageQuery['filters']>) => listIds(store, { filters });
    expect(await find(oneOf('v', '4'))).toEqual(['text']);
    expect(await find(oneOf('v', 4))).toEqual(['number']);
    expect(await find(oneOf('v', '4', 4))).toEqual(['text', 'number']);
    expect(await find(oneOf('v', true))).toEqual(['flag']);
    expect(await find(oneOf('region.name', 'eu', 'us'))).toEqual(['text', 'number']);
    expect(await find(oneOf('region.name', 'us'), oneOf('v', '4', 4))).toEqual(['number']);
    expect(await find(oneOf('v', 4), oneOf('v', '4'))).toEqual([]);
    expect(await find(compare('gte', 4))).toEqual(['number']);
    expect(await find(compare('gt', 4))).toEqual([]);
    expect(await find(compare('lt', 5), compare('gt', 3))).toEqual(['number']);
    expect(await find(oneOf('v.0', 4))).toEqual([]);
    expect(await find(oneOf('v.length', 1))).toEqual([]);
    expect(await find(oneOf('constructor', 'x'))).toEqual([]);
  });

  test('filters by metadata alike, however many images a filter leaves over', async () => {
    const store = await open();
    const [sample, bytes] = await sampleStored('any');
    const metaOf = (at: number) => ({ at, kind: `k${at % 7}`, even: at % 2 === 0 });
    const images = Array.from({ length: 12_000 }, (_, at) => ({
      ...sample,
      id: `i${at}`,
      creator: at % 3 === 0 ? 'ann' : null,
      // Neither the order of the numbers nor the order of arrival.
      uploaded: new Date(Date.UTC(2026, 0, 1) + ((at * 4999) % 12_000) * 1000).toISOString(),
      meta: metaOf(at),
    }));
    const contents = { ...(await store.readAll()), images, bytes: new Map([[sample.hash, bytes]]) };
    await store.replaceAll(contents);
    const sorted = images.toSorted((a, b) => (a.uploaded < b.uploaded ? 1 : -1));
    const range = (operator: 'gt' | 'gte' | 'lt' | 'lte', value: number) => ({
      path: ['at'],
      test: { kind: 'compare' as const, operator, value },
    });
    const kinds = (...values: string[]) => ({
      path: ['kind'],
      test: { kind: 'one-of' as const, values },
    });
    const every = ['k0', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6'];
    type Sample = (typeof images)[number];
    const questions: [Partial<ImageQuery>, (image: Sample) => boolean][] = [
      [{ filters: [range('gte', 0)] }, () => true],
      [{ filters: [range('gt', 11_900)] }, ({ meta }) => meta.at > 11_900],
      [{ filters: [range('gt', 50), range('lt', 60)] }, ({ meta }) => meta.at > 50 && meta.at < 60],
      [
        { filters: [range('lte', 20)], creator: 'ann' },
        ({ meta, creator }) => meta.at <= 20 && !!creator,
      ],
      [
        { filters: [range('gte', 10)], creator: 'ann' },
        ({ meta, creator }) => meta.at >= 10 && !!creator,
      ],
      [{ filters: [kinds('k1', 'k3', 'k1')] }, ({ meta }) => ['k1', 'k3'].includes(meta.kind)],
      [{ filters: [kinds(...every)] }, () => true],
      [
        { filters: [kinds('k2'), range('lt', 11_990)] },
        ({ meta }) => meta.kind === 'k2' && meta.at < 11_990,
      ],
      [{ filters: [kinds(...every), range('lt', 40)] }, ({ meta }) => meta.at < 40],
    ];
    for (const [query, isWanted] of questions) {
      const wanted = sorted.filter(isWanted).map(({ id }) => id);
      const page = await store.listImages({ limit: 30, order: 'desc', ...query });
      expect(page.images.map(({ id }) => id)).toEqual(wanted.slice(0, 30));
      expect(page.next !== undefined).toBe(wanted.length > 30);
      const after = page.next ? { after: page.next } : { offset: 30 };
      expect(await listIds(store, { ...query, ...after, order: 'desc' })).toEqual(
        wanted.slice(30, 130),
      );
    }
  });
});
