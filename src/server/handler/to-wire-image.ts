import type { ImageRecord } from '../../protocol/image-record.js';
import type { HandlerSettings } from './handler-settings.js';
import { pickFields } from './pick-fields.js';

/** An image as the other end may see it: without the metadata and creator that are not public. */
export function toWireImage(image: ImageRecord, settings: HandlerSettings): ImageRecord {
  const { id, filename, uploaded, requireSignedURLs, variants, draft } = image;
  // Named one by one: a field that is new in a record stays here until somebody lets it out.
  return {
    id,
    filename,
    uploaded,
    requireSignedURLs,
    variants,
    draft,
    meta: pickFields(image.meta, settings.publicMetadata),
    creator: settings.publicCreator ? image.creator : null,
  };
}
