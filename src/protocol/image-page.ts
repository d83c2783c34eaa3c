import { type ImageRecord, parseImageRecord } from './image-record.js';
import { isJsonObject, ownString } from './json-value.js';

/** One page of images, newest first unless another order was asked for. */
export interface ImagePage {
  images: readonly ImageRecord[];
  /** Hand it back to get the next page; null on the last one. */
  cursor: string | null;
}

/** Reads a page of our handler; undefined when the answer is not one. */
export function parseImagePage(value: unknown): ImagePage | undefined {
  if (!isJsonObject(value) || !Array.isArray(value.images)) return undefined;
  const images = value.images.map(parseImageRecord);
  if (images.some((image) => image === undefined)) return undefined;
  return { images: images as ImageRecord[], cursor: ownString(value, 'cursor') || null };
}
