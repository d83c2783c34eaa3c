import type { Geometry, Size } from './render-plan.js';

/** The size a plan ends in. */
export function plannedSize(geometry: Geometry): Size {
  const { width, height } = geometry.cut ?? geometry.scaled;
  const { top = 0, right = 0, bottom = 0, left = 0 } = geometry.extend ?? {};
  return { width: width + left + right, height: height + top + bottom };
}
