'use client';
import type { ComponentPropsWithoutRef } from 'react';
import type { ImageRecord } from '../protocol/image-record.js';
import type { Delivery } from '../url/create-delivery.js';
import { classNames } from './class-names.js';
import { GalleryDelete } from './GalleryDelete.js';
import { GalleryImage } from './GalleryImage.js';
import { type GalleryLabels, galleryLabels } from './gallery-labels.js';

export interface GalleryItemProps extends ComponentPropsWithoutRef<'li'> {
  delivery: Delivery;
  image: ImageRecord;
  /** @default its filename */
  alt?: string | undefined;
  variant?: string | undefined;
  labels?: GalleryLabels;
  /** Shows a delete button, and is called once the person is sure. */
  onDelete?: ((image: ImageRecord) => Promise<void>) | undefined;
}

/** One tile: the image, and the way to delete it. `children` take the place of the image. */
export function GalleryItem({
  delivery,
  image,
  labels = galleryLabels,
  alt,
  variant,
  onDelete,
  className,
  children,
  ...rest
}: GalleryItemProps) {
  const name = labels.name(image);
  return (
    <li tabIndex={-1} className={classNames('cf-gallery-item', className)} {...rest}>
      {children ?? (
        <GalleryImage
          {...{ delivery, variant }}
          imageId={image.id}
          alt={alt ?? name}
          broken={labels.broken}
        />
      )}
      {onDelete && <GalleryDelete {...{ name, labels }} onConfirm={() => onDelete(image)} />}
    </li>
  );
}
