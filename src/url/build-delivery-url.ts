import { ImagesError } from '../protocol/images-error.js';
import type { Delivery } from './create-delivery.js';
import { encodeImageId } from './encode-image-id.js';
import type { ImageOptions } from './image-options.js';
import { printOptions } from './print-options.js';

/**
 * The URL of one image: by the name of a variant, or by options where flexible variants are on.
 * Options in the query string do nothing at Cloudflare; this is the only way to give them.
 */
export function buildDeliveryUrl<Variant extends string, Flexible extends boolean>(
  delivery: Delivery<Variant, Flexible>,
  imageId: string,
  variant: NoInfer<Variant> | (Flexible extends true ? ImageOptions : never),
): string {
  return buildImageUrl(delivery, imageId) + printVariant(delivery, variant);
}

/** The URL of an image up to and with the slash in front of the variant. */
export function buildImageUrl(delivery: Delivery, imageId: string): string {
  return `${delivery.baseUrl}/${delivery.accountHash}/${encodeImageId(imageId)}/`;
}

/** The last segment of a delivery URL. */
export function printVariant(delivery: Delivery, variant: string | ImageOptions): string {
  const named = typeof variant === 'string';
  if (named ? !variant : !delivery.flexible)
    throw new ImagesError(
      'invalid-option',
      'Name a variant, or switch flexible variants on and say so in createDelivery',
    );
  return named ? encodeURIComponent(variant) : printOptions(variant);
}
