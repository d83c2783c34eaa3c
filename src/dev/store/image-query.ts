import type { StoredImage } from '../stored-image.js';

/** A question about one field of the metadata. */
export interface MetaFilter {
  /** The field and its parents, outermost first: `region.name` is `['region', 'name']`. */
  path: readonly string[];
  test:
    | { kind: 'one-of'; values: readonly (string | number | boolean)[] }
    | { kind: 'compare'; operator: 'gt' | 'gte' | 'lt' | 'lte'; value: number };
}

/** Where a page ended. Stays valid when images around it come and go. */
export interface ListPosition {
  uploaded: string;
  /** Tells images of the same millisecond apart, in the order in which they were stored. */
  sequence: number;
}

/** Which images, in which order. Filters are joined by "and". */
export interface ImageQuery {
  limit: number;
  order: 'asc' | 'desc';
  after?: ListPosition;
  /** Skips that many first; only the deprecated v1 list counts pages. */
  offset?: number;
  /** Null asks for images without a creator. */
  creator?: string | null;
  filters?: readonly MetaFilter[];
}

/** One page; `next` is absent at the end. */
export interface StoredPage {
  images: readonly StoredImage[];
  next?: ListPosition;
}
