import type { ImageRecord } from '../src/index.js';

interface NaturalSize {
  width: number;
  height: number;
  naturalWidth?: number;
  naturalHeight?: number;
}

/** Width and height that the uploader read from the file and sent along as metadata. */
export function naturalSize({ meta: { width, height } }: ImageRecord): NaturalSize {
  if (typeof width !== 'number' || typeof height !== 'number') return { width: 3, height: 2 };
  return { width, height, naturalWidth: width, naturalHeight: height };
}
