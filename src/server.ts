export { ImagesError, isImagesError } from './protocol/images-error.js';
export type { ImagePage } from './protocol/image-page.js';
export type { ImageRecord } from './protocol/image-record.js';
export type { ImagesStats } from './protocol/images-stats.js';
export type { MetadataComparison, MetadataFilters } from './protocol/metadata-filter.js';
export type { UploadTicket } from './protocol/upload-ticket.js';
export type { VariantRecord } from './protocol/variant-record.js';
export type { CallOptions } from './server/client/call-options.js';
export type { CreateDirectUploadOptions } from './server/client/create-direct-upload.js';
export {
  createImagesClient,
  type ImagesClient,
  type ImagesClientOptions,
} from './server/client/create-images-client.js';
export type { ListImagesOptions } from './server/client/list-images.js';
export type { UpdateImageOptions } from './server/client/update-image.js';
export type { ImagesAction } from './server/handler/actions.js';
export type {
  Authorize,
  AuthorizeAnswer,
  AuthorizeQuestion,
} from './server/handler/ask-permission.js';
export { createImagesHandler, type ImagesHandler } from './server/handler/create-images-handler.js';
export type { Grant } from './server/handler/grant.js';
export type { ImagesHandlerOptions } from './server/handler/handler-settings.js';
