import { describe, expect, test } from 'vitest';
import type { ImageQuery } from '../../../src/dev/store/image-query.js';
import type { Store } from '../../../src/dev/store/store.js';
import { sampleDraft, sampleStored } from './sample-stored-image.js';
import { storeOpeners } from './store-openers.js';

const listIds = async (store: Store, query: Partial<ImageQuery> = {}) =>
  (await store.listImages({ limit: 100, order: 'asc', ...query })).images.map(({ id }) => id);

describe.each(Object.entries(storeOpeners))('the %s store', (_, open) => {
  test('gives back what it was given', async () => {
    const store = await open();
    const [image, bytes] = await sampleStored('a', {
      meta: { __proto__: { x: 1 }, nested: { list: [1, 'two', null] } },
      creator: 'nul \0 and "quotes"',
      filename: 'naïve 😀.png',
    });
    expect(await store.addImage(image, bytes)).toBe(true);
    expect(await store.getImage('a')).toEqual(image);
    expect(await store.readBytes(image.hash)).toEqual(bytes);
    expect(await store.getImage('b')).toBeUndefined();
    expect(await store.readBytes('0'.repeat(64))).toBeUndefined();
  });

  test.each([
    'a/b',
    'a\0b',
    '../../etc/passwd',
    'constructor',
    '%2F',
    'éa',
    "'; DROP TABLE images",
  ])('takes %j as an id like any other', async (id) => {
    const store = await open();
    await store.addImage(...(await sampleStored(id)));
    expect((await store.getImage(id))?.id).toBe(id);
    expect(await store.getImage(id.slice(0, 1))).toBeUndefined();
    expect(await store.deleteImage(id)).toBe(true);
    expect(await store.getImage(id)).toBeUndefined();
  });

  test('does not add over an id that is taken, by an image or a draft', async () => {
    const store = await open();
    await store.addImage(sampleDraft('draft'));
    await store.addImage(...(await sampleStored('image')));
    for (const id of ['draft', 'image']) {
      const [image, bytes] = await sampleStored(id, { filename: 'other' }, 'other');
      expect(await store.addImage(image, bytes)).toBe(false);
      expect(await store.getImage(id)).toMatchObject({ filename: null });
      expect(await store.readBytes(image.hash)).toBeUndefined();
    }
  });

  test('never has an image without bytes', async () => {
    const store = await open();
    const [image] = await sampleStored('a');
    await expect(store.addImage(image)).rejects.toThrow('without the bytes');
    expect(await store.getImage('a')).toBeUndefined();
    await store.addImage(sampleDraft('d'));
    await expect(store.changeImage('d', () => ({ ...image, id: 'd' }))).rejects.toThrow();
    expect(await store.getImage('d')).toMatchObject({ draft: true });
  });

  test('turns a draft into an image once', async () => {
    const store = await open();
    await store.addImage(sampleDraft('d'));
    const [image, bytes] = await sampleStored('d');
    const land = () => store.changeImage('d', (now) => (now.draft ? image : undefined), bytes);
    const results = await Promise.all([land(), land(), land()]);
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await listIds(store)).toEqual(['d']);
    expect(await store.readBytes(image.hash)).toEqual(bytes);
  });

  test('moves an image to another id in one step', async () => {
    const store = await open();
    const [image, bytes] = await sampleStored('old');
    await store.addImage(image, bytes);
    await store.addImage(...(await sampleStored('taken')));
    const moved = await store.changeImage('old', (now) => ({ ...now, id: 'new' }));
    expect(moved).toEqual({ ...image, id: 'new' });
    expect(await store.getImage('old')).toBeUndefined();
    expect(await listIds(store)).toEqual(['new', 'taken']);
    expect(await store.changeImage('new', (now) => ({ ...now, id: 'taken' }))).toBeUndefined();
    expect(await listIds(store)).toEqual(['new', 'taken']);
    expect(await store.changeImage('gone', (now) => now)).toBeUndefined();
  });

  test('keeps shared bytes until the last image that has them is gone', async () => {
    const store = await open();
    const [image, bytes] = await sampleStored('a');
    await store.addImage(image, bytes);
    await store.addImage({ ...image, id: 'b' }, bytes);
    await store.deleteImage('a');
    expect(await store.readBytes(image.hash)).toEqual(bytes);
    const [other, otherBytes] = await sampleStored('b', {}, 'other');
    await store.putImage(other, otherBytes);
    expect(await store.readBytes(image.hash)).toBeUndefined();
    expect(await store.deleteImage('b')).toBe(true);
    expect(await store.deleteImage('b')).toBe(false);
    expect(await store.readBytes(other.hash)).toBeUndefined();
  });

  test('cannot be changed through what it hands out or was handed', async () => {
    const store = await open();
    const [image, bytes] = await sampleStored('a', { meta: { tags: ['x'] } });
    await store.addImage(image, bytes);
    (image.meta.tags as string[]).push('y');
    const found = await store.getImage('a');
    try {
      (found?.meta.tags as string[]).push('z');
    } catch {
      // Frozen is one way of keeping the promise.
    }
    expect((await store.getImage('a'))?.meta).toEqual({ tags: ['x'] });
  });

  test('lists in upload order, page by page, also when images come and go between', async () => {
    const store = await open();
    for (const [id, second] of [
      ['c', 3],
      ['a', 1],
      ['b1', 2],
      ['b2', 2],
      ['d', 4],
    ] as const) {
      const uploaded = `2026-11-22T10:00:0${second}.000Z`;
      await store.addImage(...(await sampleStored(id, { uploaded })));
    }
    await store.addImage(sampleDraft('draft'));
    expect(await listIds(store)).toEqual(['a', 'b1', 'b2', 'c', 'd']);
    expect(await listIds(store, { order: 'desc' })).toEqual(['d', 'c', 'b2', 'b1', 'a']);
    expect(await listIds(store, { offset: 1, limit: 2 })).toEqual(['b1', 'b2']);
    expect(await store.countImages()).toBe(5);

    const first = await store.listImages({ limit: 2, order: 'asc' });
    await store.deleteImage('b1');
    await store.addImage(...(await sampleStored('late', { uploaded: '2026-11-22T10:00:00.000Z' })));
    const after = { after: first.next as NonNullable<typeof first.next> };
    expect(await listIds(store, after)).toEqual(['b2', 'c', 'd']);
    expect(await listIds(store, { ...after, order: 'desc' })).toEqual(['a', 'late']);
    expect((await store.listImages({ limit: 3, order: 'asc', ...after })).next).toBeUndefined();
    expect((await store.listImages({ limit: 2, order: 'asc', ...after })).next).toBeDefined();
  });

  test('lists drafts, the newest first', async () => {
    const store = await open();
    for (const [id, second] of [
      ['b', 2],
      ['a', 1],
      ['c1', 3],
      ['c2', 3],
    ] as const) {
      const uploaded = `2026-11-22T10:00:0${second}.000Z`;
      await store.addImage({ ...sampleDraft(id), uploaded });
    }
    await store.addImage(...(await sampleStored('image')));
    const listDraftIds = async (limit: number) =>
      (await store.listDrafts(limit)).map(({ id }) => id);
    expect(await listDraftIds(9)).toEqual(['c2', 'c1', 'b', 'a']);
    expect(await listDraftIds(2)).toEqual(['c2', 'c1']);
    expect(await store.listDrafts(1)).toEqual([await store.getImage('c2')]);
    const [landed, bytes] = await sampleStored('c1');
    await store.changeImage('c1', () => landed, bytes);
    await store.deleteImage('b');
    expect(await listDraftIds(9)).toEqual(['c2', 'a']);
    await store.replaceAll(await store.readAll());
    expect(await listDraftIds(9)).toEqual(['c2', 'a']);
  });

  test('keeps variants, keys and the config', async () => {
    const store = await open();
    expect((await store.listVariants()).map(({ id }) => id)).toEqual(['public']);
    const variant = {
      id: 'thumb',
      options: { fit: 'cover', width: 10, metadata: 'none' },
      neverRequireSignedURLs: false,
    } as const;
    expect(await store.addVariant(variant, 2)).toBe('added');
    expect(await store.addVariant(variant, 9)).toBe('taken');
    expect(await store.addVariant({ ...variant, id: 'third' }, 2)).toBe('full');
    await store.putVariant({ ...variant, neverRequireSignedURLs: true });
    expect(await store.getVariant('thumb')).toMatchObject({ neverRequireSignedURLs: true });
    expect((await store.listVariants()).map(({ id }) => id)).toEqual(['public', 'thumb']);
    expect(await store.deleteVariant('thumb')).toBe(true);
    expect(await store.deleteVariant('thumb')).toBe(false);
    expect(await store.getVariant('constructor')).toBeUndefined();

    const fresh = { name: 'default', value: 'fresh' };
    expect(await store.addKey({ name: 'second', value: 'old' })).toBe(true);
    expect(await store.addKey({ name: 'second', value: 'other' })).toBe(false);
    await store.putKey({ name: 'second', value: 'v' });
    expect(await store.deleteKey('default', fresh)).toBe(true);
    expect(await store.listKeys()).toEqual([{ name: 'second', value: 'v' }]);
    expect(await store.deleteKey('second', fresh)).toBe(true);
    expect(await store.listKeys()).toEqual([fresh]);
    expect(await store.deleteKey('second', fresh)).toBe(false);

    const config = await store.getConfig();
    expect(config.flexible_variants).toBe(false);
    await store.putConfig({ ...config, flexible_variants: true });
    expect(await store.getConfig()).toEqual({ ...config, flexible_variants: true });
  });

  test('goes back to an earlier state as a whole', async () => {
    const store = await open();
    const [image, bytes] = await sampleStored('a');
    await store.addImage(image, bytes);
    await store.addImage(sampleDraft('d'));
    const before = await store.readAll();
    await store.deleteImage('a');
    await store.deleteVariant('public');
    const [later, laterBytes] = await sampleStored('later', {}, 'later');
    await store.addImage(later, laterBytes);
    await store.replaceAll(before);
    expect(await store.readAll()).toEqual(before);
    expect(await store.readBytes(image.hash)).toEqual(bytes);
    expect(await store.readBytes(later.hash)).toBeUndefined();
    expect(await listIds(store)).toEqual(['a']);
  });
});
