import { ImagesError } from '../protocol/images-error.js';

/** The error for a file that the browser can no longer read: moved, changed or no permission. */
export function unreadable(file: File, cause: unknown): ImagesError {
  return new ImagesError(
    'file-unreadable',
    `${file.name} cannot be read. It may have been moved or changed; choose it again.`,
    { cause },
  );
}
