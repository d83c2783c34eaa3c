import type { StoredImage } from '../stored-image.js';

/** What the page knows of an image or a draft. */
export interface InspectedImage
  extends Pick<
    StoredImage,
    | 'id'
    | 'filename'
    | 'creator'
    | 'meta'
    | 'requireSignedURLs'
    | 'uploaded'
    | 'draft'
    | 'contentType'
    | 'width'
    | 'height'
    | 'byteLength'
  > {
  /** When the upload link of a draft ends, in milliseconds; null once it is stored. */
  expiresAt: number | null;
  /** Another one whenever the bytes are others. */
  version: string;
}

/** Named field by field: what the store will know one day does not leave it by itself. */
export function inspectImage(image: StoredImage): InspectedImage {
  return {
    id: image.id,
    filename: image.filename,
    creator: image.creator,
    meta: image.meta,
    requireSignedURLs: image.requireSignedURLs,
    uploaded: image.uploaded,
    draft: image.draft,
    expiresAt: image.draft ? image.expiresAt : null,
    contentType: image.contentType,
    width: image.width,
    height: image.height,
    byteLength: image.byteLength,
    version: image.hash.slice(0, 16),
  };
}
