import { isImagesError } from '../../protocol/images-error.js';
import { DeliveryError } from './delivery-error.js';

/** What delivery answers for an error of its own or of the renderer; undefined for any other. */
export function asDeliveryError(error: unknown): DeliveryError | undefined {
  if (error instanceof DeliveryError) return error;
  if (!isImagesError(error)) return undefined;
  switch (error.code) {
    case 'file-empty':
    case 'file-type-refused':
      return new DeliveryError(9412, 415, error.message);
    case 'file-unreadable':
      return new DeliveryError(9516, 422, error.message);
    case 'timeout':
      return new DeliveryError(9529, 504, error.message);
    case 'rate-limited':
      return new DeliveryError(9522, 503, error.message);
    default:
      return new DeliveryError(9523, 500, error.message);
  }
}
