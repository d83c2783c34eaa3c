import type { ImageRecord } from '../protocol/image-record.js';
import { getErrorMessage } from './error-words.js';

/** Every word of `ImageGallery`, shown or read aloud. */
export interface GalleryLabels {
  /** Name of the gallery. */
  region: string;
  /** Alt text of an image, and its name in the buttons. */
  name: (image: ImageRecord) => string;
  loading: string;
  empty: string;
  emptyHint: string;
  failed: string;
  retry: string;
  loadMore: string;
  /** Read aloud when a page has come. */
  shown: (count: number) => string;
  /** In the place of an image that could not be shown. */
  broken: string;
  deleteOne: (name: string) => string;
  confirm: string;
  confirmDelete: string;
  confirmKeep: string;
  deleting: string;
  /** Read aloud. */
  deleted: (name: string) => string;
  notDeleted: (name: string, reason: string) => string;
  error: (error: unknown) => string;
}

/** The English words. */
export const galleryLabels: GalleryLabels = {
  region: 'Images',
  name: ({ filename }) => filename || 'Image without a name',
  loading: 'Loading images',
  empty: 'No images yet',
  emptyHint: 'They appear here when they are stored.',
  failed: 'The images could not be loaded',
  retry: 'Retry',
  loadMore: 'Show more',
  shown: (count) => (count === 1 ? '1 image shown' : `${count} images shown`),
  broken: 'Cannot be shown',
  deleteOne: (name) => `Delete ${name}`,
  confirm: 'Delete this image?',
  confirmDelete: 'Delete',
  confirmKeep: 'Keep',
  deleting: 'Deleting',
  notDeleted: (name, reason) => `${name} was not deleted. ${reason}`,
  deleted: (name) => `${name} deleted`,
  error: (error) => getErrorMessage(error),
};
