import { buildImageUrl } from './build-delivery-url.js';
import type { Delivery } from './create-delivery.js';
import { type ImagePlan, planImage } from './image-plan.js';
import type { SrcsetRequest } from './image-request.js';

/**
 * The `srcset` of an image: `w` descriptors for every layout but `fixed`, which has `1x` and
 * `2x`; named variants always have the width they really make. Never above the original.
 */
export function buildSrcset<Variant extends string, Flexible extends boolean>(
  delivery: Delivery<Variant, Flexible>,
  imageId: string,
  request: SrcsetRequest<NoInfer<Variant>, Flexible>,
): string {
  return printSrcset(planImage(delivery, request), buildImageUrl(delivery, imageId));
}

/** The entries of a plan for one image. */
export function printSrcset({ entries }: ImagePlan, imageUrl: string): string {
  return entries.map(([last, descriptor]) => imageUrl + last + descriptor).join(', ');
}
