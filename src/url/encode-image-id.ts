import { ImagesError } from '../protocol/images-error.js';

/**
 * An id as it stands in a delivery URL: a slash stays a slash, `%` becomes `%25`, everything
 * outside a URL's own letters is written in UTF-8. Refuses an empty id and the segments `.` and
 * `..`, which browsers remove from a path however they are spelled.
 */
export function encodeImageId(imageId: string): string {
  if (/^$|(^|\/)\.\.?(\/|$)/.test(imageId))
    throw new ImagesError('invalid-option', `No URL can hold the imageId "${imageId}"`);
  return encodeURIComponent(imageId).replaceAll('%2F', '/');
}
