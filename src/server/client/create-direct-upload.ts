import { ImagesError } from '../../protocol/images-error.js';
import { isJsonObject, ownString } from '../../protocol/json-value.js';
import { publishedLimits } from '../../protocol/published-limits.js';
import type { UploadTicket } from '../../protocol/upload-ticket.js';
import { buildImagePath, isCustomId } from './check-image-id.js';
import { checkMetadata } from './check-metadata.js';
import type { Transport } from './rest-transport.js';
import { createUnexpectedResult } from './unexpected-result.js';

export interface CreateDirectUploadOptions {
  /** An id of your own, with slashes if you like. Without it, Cloudflare makes one. */
  id?: string;
  /**
   * How long the URL works, in seconds: 120 to 21600.
   * @default 1800
   */
  expiresInSeconds?: number;
  /** At most 1024 bytes as JSON. Cloudflare shows it to whoever uploads: no secrets. */
  metadata?: Readonly<Record<string, unknown>>;
  /**
   * Private from the first byte on; not together with `id`, Cloudflare has no private custom ids.
   * @default false
   */
  requireSignedURLs?: boolean;
  /** Whose image it is; lists can be narrowed to it. */
  creator?: string;
  signal?: AbortSignal;
}

// Cloudflare takes the bounds as exclusive and counts from its own clock, so that a URL of
// "now + 2 minutes" is already too short when the request arrives.
const marginSeconds = { start: 5, end: 10 };

/** Asks for a one-time upload URL (a direct creator upload, v2). */
export async function createDirectUpload(
  transport: Transport,
  options: CreateDirectUploadOptions = {},
): Promise<UploadTicket> {
  const { id, metadata, creator, requireSignedURLs = false } = options;
  checkMetadata({ metadata, creator });
  if (id !== undefined) checkOwnId(id, requireSignedURLs);
  const seconds = clampExpiry(options.expiresInSeconds ?? publishedLimits.defaultExpirySeconds);
  const doing = 'Creating a direct upload';
  let expiresAt = '';
  const result = await transport({
    doing,
    method: 'POST',
    path: '/images/v2/direct_upload',
    form: () => {
      expiresAt = new Date(Date.now() + seconds * 1000).toISOString();
      const form = new FormData();
      form.set('expiry', expiresAt);
      form.set('requireSignedURLs', String(requireSignedURLs));
      if (id !== undefined) form.set('id', id);
      if (creator !== undefined) form.set('creator', creator);
      // One field of JSON text is the documented form; fields like metadata[a] are not.
      if (metadata !== undefined) form.set('metadata', JSON.stringify(metadata));
      return form;
    },
    signal: options.signal,
  });
  const answer = isJsonObject(result) ? result : {};
  const imageId = ownString(answer, 'id');
  const uploadURL = ownString(answer, 'uploadURL');
  if (!imageId || !uploadURL) throw createUnexpectedResult(doing, '"id" and "uploadURL"');
  return { id: imageId, uploadURL, expiresAt };
}

function clampExpiry(seconds: number): number {
  const { minExpirySeconds: min, maxExpirySeconds: max } = publishedLimits;
  if (!(seconds >= min && seconds <= max)) {
    throw new ImagesError(
      'invalid-option',
      `createDirectUpload: expiresInSeconds is ${seconds}; Cloudflare takes ${min} to ${max} (2 minutes to 6 hours).`,
    );
  }
  return Math.min(Math.max(seconds, min + marginSeconds.start), max - marginSeconds.end);
}

function checkOwnId(id: string, requireSignedURLs: boolean): void {
  buildImagePath(id);
  if (!isCustomId(id)) {
    throw new ImagesError(
      'invalid-option',
      'createDirectUpload: Cloudflare keeps UUIDs for the ids it makes itself. Choose an id of another form.',
    );
  }
  if (requireSignedURLs) {
    throw new ImagesError(
      'private-custom-id',
      'createDirectUpload: an image with a custom id cannot require signed URLs. Leave out "id" and keep your own name in metadata.',
    );
  }
}
