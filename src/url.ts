export type { VariantFit } from './protocol/variant-fit.js';
export { buildDeliveryUrl } from './url/build-delivery-url.js';
export { buildSrcset } from './url/build-srcset.js';
export {
  type CreateDeliveryOptions,
  createDelivery,
  type Delivery,
} from './url/create-delivery.js';
export { getImageProps, type ImageProps } from './url/get-image-props.js';
export type {
  ImageFit,
  ImageGravity,
  ImageOptions,
  ImageQuality,
} from './url/image-options.js';
export type {
  ImageBox,
  ImageRequest,
  ImageSource,
  ResponsiveOptions,
  SrcsetRequest,
} from './url/image-request.js';
export {
  type DeliveryUrlParts,
  type ParseDeliveryUrlOptions,
  parseDeliveryUrl,
  printDeliveryUrl,
} from './url/parse-delivery-url.js';
export type { VariantSpec } from './url/variant-spec.js';
