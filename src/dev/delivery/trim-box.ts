import type { Box, Size } from '../render/render-plan.js';
import type { DeliveryOptions } from './option-table.js';
import type { Length } from './option-readers.js';

function pixels(length: Length, side: number, dpr: number): number {
  return 'pixels' in length ? Math.round(length.pixels * dpr) : Math.round(length.share * side);
}

/**
 * The part of the upright source that the trim options leave, or undefined for all of it. Side
 * lengths are given twice in the grammar; `trim.width` and `trim.height` win over the right
 * and bottom of `trim`, being the more particular ones. A box of no width or height is the
 * caller's to refuse.
 *
 * @param border what lies inside the border, when `trim=border` had it looked for
 */
export function trimBox(
  { width, height }: Size,
  options: DeliveryOptions,
  dpr: number,
  border?: Box,
): Box | undefined {
  const sides = typeof options.trim === 'object' ? options.trim : undefined;
  const topLength = options['trim.top'] ?? sides?.top;
  const leftLength = options['trim.left'] ?? sides?.left;
  const { 'trim.width': widthLength, 'trim.height': heightLength } = options;
  if (!topLength && !leftLength && !widthLength && !heightLength) return border;

  const top = topLength ? pixels(topLength, height, dpr) : 0;
  const left = leftLength ? pixels(leftLength, width, dpr) : 0;
  const right = sides ? pixels(sides.right, width, dpr) : 0;
  const bottom = sides ? pixels(sides.bottom, height, dpr) : 0;
  const wanted = {
    width: widthLength ? pixels(widthLength, width, dpr) : width - left - right,
    height: heightLength ? pixels(heightLength, height, dpr) : height - top - bottom,
  };
  return {
    left,
    top,
    width: Math.max(0, Math.min(wanted.width, width - left)),
    height: Math.max(0, Math.min(wanted.height, height - top)),
  };
}
