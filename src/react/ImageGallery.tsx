'use client';
import type { ReactNode } from 'react';
import type { ImageRecord } from '../protocol/image-record.js';
import type { Delivery } from '../url/create-delivery.js';
import { GalleryView } from './GalleryView.js';
import type { GalleryLabels } from './gallery-labels.js';
import { useDeleteImage } from './useDeleteImage.js';
import { type UseImagesOptions, type UseImagesResult, useImages } from './useImages.js';

interface ImageGalleryBase {
  /** The account to show images from; see `createDelivery`. */
  delivery: Delivery;
  /** Shows a delete button on each image, which asks before it acts. @default false */
  deletable?: boolean | undefined;
  /** Deletes in your way, in place of our handler's; implies `deletable`. */
  onDelete?: ((image: ImageRecord) => Promise<void>) | undefined;
  /** What an image shows, in words. @default its filename */
  alt?: ((image: ImageRecord) => string) | undefined;
  /** The named variant to show. @default chosen by the delivery */
  variant?: string | undefined;
  /** Draws the picture of a tile in your own way; the tile and its delete button stay. */
  renderItem?: ((image: ImageRecord) => ReactNode) | undefined;
  labels?: Partial<GalleryLabels> | undefined;
  className?: string | undefined;
}

/** Either `list`, the result of `useImages` somewhere above, or the options of that hook. */
export type ImageGalleryProps = ImageGalleryBase &
  ({ list: UseImagesResult } | (UseImagesOptions & { list?: undefined }));

/**
 * The images of an account in a grid of squares, page by page, with words for loading, empty and
 * failed, and with deletion when asked for.
 */
export function ImageGallery(props: ImageGalleryProps) {
  return props.list ? <DeletableGallery {...props} list={props.list} /> : <OwnImages {...props} />;
}

function OwnImages({
  delivery,
  deletable,
  onDelete,
  alt,
  variant,
  renderItem,
  labels,
  className,
  ...query
}: ImageGalleryBase & UseImagesOptions) {
  const list = useImages(query);
  return (
    <DeletableGallery
      {...{ delivery, deletable, onDelete, alt, variant, renderItem, labels, className, list }}
      limit={query.limit}
    />
  );
}

function DeletableGallery({
  deletable = false,
  onDelete,
  ...view
}: ImageGalleryBase & { list: UseImagesResult; limit?: number | undefined }) {
  const { deleteImage } = useDeleteImage();
  const theirs =
    onDelete &&
    (async (image: ImageRecord) => {
      await onDelete(image);
      await view.list.refresh();
    });
  const ours = deletable ? (image: ImageRecord) => deleteImage(image.id) : undefined;
  return <GalleryView {...view} onDelete={theirs ?? ours} />;
}
