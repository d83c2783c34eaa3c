import type { StoredImage } from '../stored-image.js';
import type { ImageQuery, ListPosition, StoredPage } from './image-query.js';
import { createMetaMatcher } from './match-meta.js';

interface Entry extends ListPosition {
  image: StoredImage;
  /** That of the image, within closer reach of a walk over all of them. */
  meta: StoredImage['meta'];
}

/** The stored images of a memory store, kept in upload order so that a page is a walk. */
export interface UploadOrder {
  insert(image: StoredImage, sequence: number): void;
  remove(image: StoredImage, sequence: number): void;
  page(query: ImageQuery): StoredPage;
  entries(): readonly StoredImage[];
  readonly size: number;
}

/** Creates an empty list. Inserting and removing cost a binary search and one splice. */
export function createUploadOrder(): UploadOrder {
  const entries: Entry[] = [];
  // Index of the first entry that comes after `position`, or is it when `inclusive`.
  const seek = (position: ListPosition, inclusive: boolean): number => {
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compare(entries[middle] as Entry, position);
      if (order < 0 || (order === 0 && !inclusive)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    get size() {
      return entries.length;
    },
    insert(image, sequence) {
      const entry = { image, meta: image.meta, uploaded: image.uploaded, sequence };
      entries.splice(seek(entry, true), 0, entry);
    },
    remove(image, sequence) {
      entries.splice(seek({ uploaded: image.uploaded, sequence }, true), 1);
    },
    entries: () => entries.map((entry) => entry.image),
    page(query) {
      const step = query.order === 'asc' ? 1 : -1;
      let index =
        query.order === 'asc'
          ? query.after
            ? seek(query.after, false)
            : 0
          : (query.after ? seek(query.after, true) : entries.length) - 1;
      let skip = query.offset ?? 0;
      const isWanted = createEntryMatcher(query);
      const found: Entry[] = [];
      for (; index >= 0 && index < entries.length; index += step) {
        const entry = entries[index] as Entry;
        if (!isWanted(entry)) continue;
        if (skip > 0) {
          skip -= 1;
          continue;
        }
        if (found.length === query.limit) return toPage(found, true);
        found.push(entry);
      }
      return toPage(found, false);
    },
  };
}

function compare(a: ListPosition, b: ListPosition): number {
  if (a.uploaded !== b.uploaded) return a.uploaded < b.uploaded ? -1 : 1;
  return a.sequence - b.sequence;
}

function createEntryMatcher({ creator, filters = [] }: ImageQuery) {
  const matchesMeta = createMetaMatcher(filters);
  return ({ image, meta }: Entry) =>
    (creator === undefined || image.creator === creator) && matchesMeta(meta);
}

function toPage(found: readonly Entry[], isMore: boolean): StoredPage {
  const last = found.at(-1);
  const images = found.map((entry) => entry.image);
  if (!isMore || !last) return { images };
  return { images, next: { uploaded: last.uploaded, sequence: last.sequence } };
}
