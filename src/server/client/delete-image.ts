import type { CallOptions } from './call-options.js';
import { buildImagePath } from './check-image-id.js';
import type { Transport } from './rest-transport.js';

/** Deletes an image, or a draft. Deletion takes a moment to spread. */
export async function deleteImage(
  transport: Transport,
  imageId: string,
  { signal }: CallOptions = {},
): Promise<void> {
  const path = buildImagePath(imageId);
  const doing = `Deleting image ${JSON.stringify(imageId)}`;
  await transport({ doing, method: 'DELETE', path, signal });
}
