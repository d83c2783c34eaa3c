import type { Geometry, Size } from './render-plan.js';

/** The same size when width and height trade places, as they do in a quarter turn. */
export function turned({ width, height }: Size, rotate: Geometry['rotate']): Size {
  return rotate === 90 || rotate === 270 ? { width: height, height: width } : { width, height };
}
