import type { ImageRecord } from '../../protocol/image-record.js';
import { isImagesError } from '../../protocol/images-error.js';
import { isGranted } from './is-granted.js';
import type { RouteContext } from './routes/route.js';

/** The image that a request names, or undefined: not there and not granted look the same. */
export async function findGrantedImage(context: RouteContext): Promise<ImageRecord | undefined> {
  const { imageId, grant, request, settings } = context;
  if (grant.idPrefix !== undefined && !imageId.startsWith(grant.idPrefix)) return undefined;
  try {
    const image = await settings.images.get(imageId, { signal: request.signal });
    return isGranted(image, grant) ? image : undefined;
  } catch (error) {
    if (isImagesError(error, 'not-found')) return undefined;
    throw error;
  }
}
