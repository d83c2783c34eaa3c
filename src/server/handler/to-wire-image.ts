import type { ImageRecord } from '../../protocol/image-record.js';
import type { HandlerSettings } from './handler-settings.js';
import { pickFields } from './pick-fields.js';

/** An image as the other end may see it: without the metadata and creator that are not public. */
export function toWireImage(image: ImageRecord, settings: HandlerSettings): ImageRecord {
  return {
    ...image,
    meta: pickFields(image.meta, settings.publicMetadata),
    creator: settings.publicCreator ? image.creator : null,
  };
}
