import { ImagesError } from '../../protocol/images-error.js';

/** The error of a decoder as ours: a time-out, or bytes that are no picture. */
export function unreadable(cause: unknown): ImagesError {
  const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
  return reason.startsWith('timeout')
    ? new ImagesError('timeout', 'Drawing the image took too long and was given up.', { cause })
    : new ImagesError('file-unreadable', `The image cannot be decoded: ${reason}`, { cause });
}
