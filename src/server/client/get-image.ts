import { type ImageRecord, parseImageRecord } from '../../protocol/image-record.js';
import type { CallOptions } from './call-options.js';
import { buildImagePath } from './check-image-id.js';
import type { Transport } from './rest-transport.js';
import { createUnexpectedResult } from './unexpected-result.js';

/** Reads one image; a draft has `draft: true`. */
export async function getImage(
  transport: Transport,
  imageId: string,
  { signal }: CallOptions = {},
): Promise<ImageRecord> {
  const path = buildImagePath(imageId);
  const doing = `Getting image ${JSON.stringify(imageId)}`;
  const image = parseImageRecord(await transport({ doing, method: 'GET', path, signal }));
  if (image === undefined) throw createUnexpectedResult(doing, 'an image');
  return image;
}
