import { type ImageRecord, parseImageRecord } from '../../protocol/image-record.js';
import { ImagesError } from '../../protocol/images-error.js';
import { buildImagePath, isCustomId } from './check-image-id.js';
import { checkMetadata } from './check-metadata.js';
import type { Transport } from './rest-transport.js';
import { createUnexpectedResult } from './unexpected-result.js';

/** What to change; what is absent stays. */
export interface UpdateImageOptions {
  /** Replaces all metadata of the image. */
  metadata?: Readonly<Record<string, unknown>>;
  requireSignedURLs?: boolean;
  creator?: string;
  signal?: AbortSignal;
}

/** Changes an image. Use the id of the answer: a change of privacy gives the image a new one. */
export async function updateImage(
  transport: Transport,
  imageId: string,
  { signal, ...changes }: UpdateImageOptions,
): Promise<ImageRecord> {
  const path = buildImagePath(imageId);
  checkMetadata(changes);
  if (changes.requireSignedURLs && isCustomId(imageId)) {
    throw new ImagesError(
      'private-custom-id',
      `${JSON.stringify(imageId)} is a custom id, and an image with one cannot require signed URLs. Upload it again without an id of your own.`,
    );
  }
  const doing = `Updating image ${JSON.stringify(imageId)}`;
  const result = await transport({ doing, method: 'PATCH', path, json: changes, signal });
  const image = parseImageRecord(result);
  if (image === undefined) throw createUnexpectedResult(doing, 'an image');
  return image;
}
