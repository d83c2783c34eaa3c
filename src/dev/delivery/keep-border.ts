import type { Box, Size } from '../render/render-plan.js';

/** The box grown by `keep` pixels to each side, as far as the picture goes. */
export function keepBorder(box: Box, keep: number, { width, height }: Size): Box {
  const left = Math.max(0, box.left - keep);
  const top = Math.max(0, box.top - keep);
  return {
    left,
    top,
    width: Math.min(width, box.left + box.width + keep) - left,
    height: Math.min(height, box.top + box.height + keep) - top,
  };
}
