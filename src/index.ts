export type { ErrorCode } from './protocol/error-codes.js';
export type { ImageRecord } from './protocol/image-record.js';
export {
  ImagesError,
  type ImagesErrorDetails,
  isImagesError,
  type ServiceError,
} from './protocol/images-error.js';
export {
  type BoundCfImageProps,
  CfImage,
  type CfImageProps,
  createCfImage,
} from './react/CfImage.js';
export { CfImagesProvider, type CfImagesProviderProps } from './react/CfImagesProvider.js';
export {
  type ErrorContext,
  type ErrorSentence,
  type ErrorWords,
  errorWords,
  getErrorMessage,
} from './react/error-words.js';
export { formatBytes } from './react/format-bytes.js';
export { GalleryDelete, type GalleryDeleteProps } from './react/GalleryDelete.js';
export { GalleryImage, type GalleryImageProps } from './react/GalleryImage.js';
export { GalleryItem, type GalleryItemProps } from './react/GalleryItem.js';
export { type GalleryLabels, galleryLabels } from './react/gallery-labels.js';
export { ImageGallery, type ImageGalleryProps } from './react/ImageGallery.js';
export { UploadAnnouncer, type UploadAnnouncerProps } from './react/UploadAnnouncer.js';
export { UploadCancel, type UploadCancelProps } from './react/UploadCancel.js';
export { UploadClear, type UploadClearProps } from './react/UploadClear.js';
export { UploadDropzone, type UploadDropzoneProps } from './react/UploadDropzone.js';
export { UploadItem, type UploadItemProps } from './react/UploadItem.js';
export { UploadList, type UploadListProps } from './react/UploadList.js';
export { UploadProgress, type UploadProgressProps } from './react/UploadProgress.js';
export { UploadRemove, type UploadRemoveProps } from './react/UploadRemove.js';
export { UploadRetry, type UploadRetryProps } from './react/UploadRetry.js';
export { UploadStatus, type UploadStatusProps } from './react/UploadStatus.js';
export { UploadThumbnail, type UploadThumbnailProps } from './react/UploadThumbnail.js';
export { UploadTrigger, type UploadTriggerProps } from './react/UploadTrigger.js';
export type { UploadCounts } from './react/upload-counts.js';
export { type UploadHint, type UploadLabels, uploadLabels } from './react/upload-labels.js';
export { type UseDeleteImageResult, useDeleteImage } from './react/useDeleteImage.js';
export {
  type UseDirectUploadOptions,
  type UseDirectUploadResult,
  useDirectUpload,
} from './react/useDirectUpload.js';
export { type UseImagesOptions, type UseImagesResult, useImages } from './react/useImages.js';
export { useUploadProgress } from './react/useUploadProgress.js';
export type { FileCheck } from './upload/check-file.js';
export type { ImageFacts } from './upload/image-facts.js';
export type { SendFile } from './upload/transport.js';
export type {
  ActiveUpload,
  CanceledUpload,
  DoneUpload,
  FailedUpload,
  QueuedUpload,
  RejectedUpload,
  Upload,
  UploadPhase,
  UploadStatusWord,
  UploadWaiting,
} from './upload/upload.js';
export type { UploadControl, UploadProgressState } from './upload/upload-control.js';
export type { UploadMetadata } from './upload/upload-options.js';
export {
  type CreateDeliveryOptions,
  createDelivery,
  type Delivery,
} from './url/create-delivery.js';
export type {
  ImageFit,
  ImageGravity,
  ImageOptions,
  ImageQuality,
} from './url/image-options.js';
export type { VariantSpec } from './url/variant-spec.js';
