import type { StoredImage } from '../../../src/dev/stored-image.js';
import { hashBytes } from '../../../src/dev/store/hash-bytes.js';

/** A stored image and its bytes, which are the text of `content`. */
export async function sampleStored(
  id: string,
  fields: Partial<StoredImage> = {},
  content = 'bytes',
): Promise<[StoredImage, Uint8Array]> {
  const bytes = new TextEncoder().encode(content);
  const hash = await hashBytes(bytes);
  const image = { ...sampleDraft(id), draft: false, expiresAt: null, contentType: 'image/png' };
  return [{ ...image, width: 4, height: 3, byteLength: bytes.length, hash, ...fields }, bytes];
}

/** A draft of that id. */
export function sampleDraft(id: string): StoredImage {
  return {
    id,
    filename: null,
    creator: null,
    meta: {},
    requireSignedURLs: false,
    uploaded: '2026-11-22T10:00:00.000Z',
    draft: true,
    expiresAt: 1,
    contentType: '',
    width: 0,
    height: 0,
    byteLength: 0,
    hash: '',
  };
}
