import { isJsonObject, ownString } from './json-value.js';

/** Permission for one upload: the answer of `POST /direct-upload`. */
export interface UploadTicket {
  /** The id the image will have. Known before the first byte leaves, so its fate can be asked. */
  id: string;
  /** One-time URL. A secret: whoever holds it may upload. */
  uploadURL: string;
  /** RFC 3339; after it the URL is refused. */
  expiresAt: string;
}

/** Reads a ticket; undefined when the answer is not one. */
export function parseUploadTicket(value: unknown): UploadTicket | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = ownString(value, 'id');
  const uploadURL = ownString(value, 'uploadURL');
  const expiresAt = ownString(value, 'expiresAt');
  return id && uploadURL && expiresAt ? { id, uploadURL, expiresAt } : undefined;
}
