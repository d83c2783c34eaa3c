import { buildVariantUrl, type PublicOrigins } from './public-origins.js';
import type { StoredImage, StoredVariant } from './stored-image.js';

/** The image object of the API, with one URL for each named variant. */
export function createImageResult(
  image: StoredImage,
  variants: readonly StoredVariant[],
  accountHash: string,
  origins: PublicOrigins,
): Record<string, unknown> {
  return {
    id: image.id,
    filename: image.filename,
    uploaded: image.uploaded,
    requireSignedURLs: image.requireSignedURLs,
    variants: variants.map(({ id }) => buildVariantUrl(origins, accountHash, image.id, id)),
    meta: image.meta,
    creator: image.creator,
    // The documentation removes the property once the bytes are there; it is never false.
    ...(image.draft ? { draft: true } : {}),
  };
}
