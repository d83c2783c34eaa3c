import type { VariantSpec } from './variant-spec.js';

/**
 * The size, before rounding, that a variant makes of an original: what a `w` descriptor has to
 * say. A fit that needs two sides and has one acts as the rules of "one side only" say.
 */
export function getVariantSize(
  { fit = 'scale-down', width, height }: VariantSpec,
  naturalWidth: number,
  naturalHeight: number,
): readonly [width: number, height: number] {
  const [w, h] = [width || Infinity, height || Infinity];
  const sides = width && height;
  if (sides && /cover|pad/.test(fit)) return [w, h];
  if (sides && fit === 'crop') return [Math.min(w, naturalWidth), Math.min(h, naturalHeight)];
  const scale = Math.min(w / naturalWidth, h / naturalHeight);
  // Only these two enlarge; without a side nothing is scaled.
  const kept = scale < 1 || (scale < Infinity && /contain|pad/.test(fit)) ? scale : 1;
  return [naturalWidth * kept, naturalHeight * kept];
}
