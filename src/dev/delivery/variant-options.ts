import type { StoredVariant } from '../stored-image.js';
import type { DeliveryOptions } from './option-table.js';

/** The options that a named variant stands for; its TTL is no option of the picture. */
export function variantOptions({ options }: StoredVariant): DeliveryOptions {
  const { fit, width, height, metadata, blur } = options;
  return {
    fit,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    metadata,
    ...(blur === undefined ? {} : { blur }),
  };
}
