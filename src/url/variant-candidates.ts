import { printVariant } from './build-delivery-url.js';
import type { Candidate, ImagePlanRequest } from './candidate.js';
import type { Delivery } from './create-delivery.js';
import { getVariantSize } from './variant-size.js';

/** Stands for the width of an original that is not known: no variant makes one as wide. */
const largeWidth = 1e6;

/**
 * Candidates from named variants, by the width each really makes of this image. One shape only,
 * the nearest to the box, because a srcset must not change the picture; one variant for a width.
 * An original that is not known is taken to be large and to have the ratio of the box.
 */
export function listVariantCandidates(
  delivery: Delivery,
  { width, height, naturalWidth, naturalHeight }: ImagePlanRequest,
  names: readonly string[] = Object.keys(delivery.variants),
): Candidate[] {
  const ratio = width / height;
  const from = naturalWidth || largeWidth;
  const sized = names
    .map((name) => {
      const spec = Object.hasOwn(delivery.variants, name) ? delivery.variants[name]! : {};
      const [w, h] = getVariantSize(spec, from, naturalHeight || from / ratio);
      const off = w / h / ratio;
      return [Math.round(w) || 1, name, Math.max(off, 1 / off)] as const;
    })
    // A variant that scales nothing has a width only when the original has.
    .filter(([wide]) => naturalWidth || wide < largeWidth)
    .sort((a, b) => a[0] - b[0]);
  const nearest = Math.min(...sized.map(([, , off]) => off)) * 1.02;
  const shaped = sized.filter(([, , off]) => off < nearest);
  return (shaped.length ? shaped : ([[width, names[0] ?? 'public']] as const))
    .filter(([wide], i) => wide !== shaped[i - 1]?.[0])
    .map(([wide, name]) => [wide, printVariant(delivery, name)]);
}
