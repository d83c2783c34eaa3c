import type { ImagePage } from '../protocol/image-page.js';
import type { ImageRecord } from '../protocol/image-record.js';
import { lagMs, type ListChanges } from './list-changes.js';

/** A page, and when it was asked for (ms, as of `Date.now()`). */
export interface FetchedPage extends ImagePage {
  readonly askedAt: number;
}

/** The images to show: the pages as fetched, with what this page of the app changed since. */
export function mergeImages(
  pages: readonly FetchedPage[],
  { added, removed }: ListChanges,
  { creator, sort = 'desc' }: { creator?: string | undefined; sort?: 'asc' | 'desc' | undefined },
): readonly ImageRecord[] {
  const merged = new Map<string, ImageRecord>();
  const put = (image: ImageRecord, askedAt: number) => {
    const removedAt = removed.get(image.id);
    if (removedAt !== undefined && askedAt <= removedAt + lagMs) return;
    // The first one stays: a page may repeat the end of the one before when images come in.
    if (!merged.has(image.id)) merged.set(image.id, image);
  };

  const newestPage = sort === 'desc' ? pages[0] : pages.at(-1);
  const fresh = added.filter(
    ({ image, at }) =>
      (newestPage?.askedAt ?? 0) <= at + lagMs &&
      (creator === undefined || image.creator === null || image.creator === creator),
  );
  const fetched = pages.flatMap(({ images, askedAt }) =>
    images.map((image) => ({ image, askedAt })),
  );
  const known = new Set(fetched.map(({ image }) => image.id));
  const unlisted = fresh.filter(({ image }) => !known.has(image.id));
  if (sort === 'desc') for (const { image } of unlisted) put(image, 0);
  for (const { image, askedAt } of fetched) put(image, askedAt);
  // In the other order a new image is the very last, which is shown once the end is reached.
  if (sort === 'asc' && newestPage?.cursor === null) {
    for (const { image } of unlisted.toReversed()) put(image, 0);
  }
  return [...merged.values()];
}
