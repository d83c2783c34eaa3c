import type { ImageRecord } from '../../protocol/image-record.js';
import type { Grant } from './grant.js';

/** True when an image lies within a grant. */
export function isGranted(image: ImageRecord, grant: Grant): boolean {
  return (
    (grant.creator === undefined || image.creator === grant.creator) &&
    (grant.idPrefix === undefined || image.id.startsWith(grant.idPrefix))
  );
}
