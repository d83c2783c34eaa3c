import type { Box, Size, SmartCut } from '../render/render-plan.js';
import type { DeliveryOptions } from './option-table.js';

const sides = {
  left: { x: 0, y: 0.5 },
  right: { x: 1, y: 0.5 },
  top: { x: 0.5, y: 0 },
  bottom: { x: 0.5, y: 1 },
  center: { x: 0.5, y: 0.5 },
};

/**
 * Where a cut lies in the scaled picture: the point of `gravity` shares the overhang of each
 * side. `auto`, `face` and `entropy` need the pixels and are left to the renderer. Undefined
 * when nothing is cut away.
 */
export function placeCut(
  scaled: Size,
  cut: Size,
  gravity: NonNullable<DeliveryOptions['gravity']>,
): Box | SmartCut | undefined {
  const spareWidth = scaled.width - cut.width;
  const spareHeight = scaled.height - cut.height;
  if (spareWidth === 0 && spareHeight === 0) return undefined;
  if (gravity === 'auto' || gravity === 'face') return { ...cut, strategy: 'attention' };
  if (gravity === 'entropy') return { ...cut, strategy: 'entropy' };
  const { x, y } = typeof gravity === 'object' ? gravity : sides[gravity];
  return { ...cut, left: Math.round(x * spareWidth), top: Math.round(y * spareHeight) };
}
