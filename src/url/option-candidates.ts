import { printVariant } from './build-delivery-url.js';
import type { Candidate, ImagePlanRequest } from './candidate.js';
import type { Delivery } from './create-delivery.js';

/**
 * Candidates from options: the rungs of the delivery's ladder, or density 1 and 2 of a fixed
 * image. Ends with the width of the original where that is known, never above it.
 */
export function listOptionCandidates(delivery: Delivery, request: ImagePlanRequest): Candidate[] {
  const { layout, width, height, naturalWidth, naturalHeight, fit = '' } = request;
  const shaped = /cover|crop|pad|squeeze/.test(fit);
  // The widest result that enlarges nothing. `naturalWidth` is 0 on an <img> not loaded yet.
  const byWidth = naturalWidth || Infinity;
  const byHeight = shaped && naturalHeight ? (naturalHeight * width) / height : byWidth;
  const limit = Math.round(Math[fit === 'pad' ? 'max' : 'min'](byWidth, byHeight)) || 1;
  const rungs = layout === 'fixed' ? [width, width * 2] : delivery.widths;
  return [...new Set(rungs.map((rung) => Math.min(Math.round(rung), limit)))].map((rung) => [
    rung,
    printVariant(delivery, {
      ...request,
      width: rung,
      height: shaped ? Math.round((rung * height) / width) || 1 : undefined,
    }),
  ]);
}
