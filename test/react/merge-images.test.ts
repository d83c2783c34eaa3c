import { expect, it } from 'vitest';
import type { ImageRecord } from '../../src/protocol/image-record.js';
import type { ListChanges } from '../../src/react/list-changes.js';
import { mergeImages } from '../../src/react/merge-images.js';
import { imageRecord } from './fake-handler.js';

const minute = 60_000;
const page = (ids: string, cursor: string | null = null, askedAt = 0) => ({
  images: [...ids].map((id) => imageRecord(id)),
  cursor,
  askedAt,
});
const changes = (
  added: [image: ImageRecord, at: number][],
  removed: [string, number][] = [],
): ListChanges => ({
  added: added.map(([image, at]) => ({ image, at })),
  removed: new Map(removed),
});
const idsOf = (images: readonly ImageRecord[]) => images.map(({ id }) => id).join('');
const x = imageRecord('x');
const y = imageRecord('y');

it('puts new images first, the newest at the top', () => {
  expect(
    idsOf(
      mergeImages(
        [page('ab')],
        changes([
          [y, 2],
          [x, 1],
        ]),
        {},
      ),
    ),
  ).toBe('yxab');
});

it('puts them last in the other order, once the end is reached', () => {
  const both = changes([
    [y, 2],
    [x, 1],
  ]);
  expect(idsOf(mergeImages([page('ab')], both, { sort: 'asc' }))).toBe('abxy');
  expect(idsOf(mergeImages([page('ab', 'more')], both, { sort: 'asc' }))).toBe('ab');
});

it('shows an image once, where the page has it', () => {
  expect(idsOf(mergeImages([page('axb')], changes([[x, 1]]), {}))).toBe('axb');
});

it('shows an image once that two pages have', () => {
  expect(idsOf(mergeImages([page('ab', '2'), page('bc')], changes([]), {}))).toBe('abc');
});

it('believes a page asked for long after: what it lacks is gone', () => {
  const added = changes([[x, 0]]);
  expect(idsOf(mergeImages([page('a', null, minute)], added, {}))).toBe('xa');
  expect(idsOf(mergeImages([page('a', null, minute + 1)], added, {}))).toBe('a');
});

it('hides what is deleted, until a page asked for long after has it again', () => {
  expect(idsOf(mergeImages([page('ab', null, 9)], changes([], [['a', Infinity]]), {}))).toBe('b');
  expect(idsOf(mergeImages([page('ab', null, minute)], changes([], [['a', 0]]), {}))).toBe('b');
  expect(idsOf(mergeImages([page('ab', null, 9e5)], changes([], [['a', 0]]), {}))).toBe('ab');
});

it('hides an image that was uploaded and deleted again', () => {
  expect(idsOf(mergeImages([page('a')], changes([[x, 1]], [['x', 2]]), {}))).toBe('a');
});

it('leaves the images of others out of the list of a creator', () => {
  const ann = imageRecord('x', { creator: 'ann' });
  const bob = imageRecord('y', { creator: 'bob' });
  const both = changes([
    [ann, 1],
    [bob, 1],
  ]);
  expect(idsOf(mergeImages([page('')], both, { creator: 'ann' }))).toBe('x');
});
