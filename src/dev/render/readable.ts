import { ImagesError } from '../../protocol/images-error.js';

/**
 * Waits for a decoder and turns its failure into ours: a time-out, or bytes that are no
 * picture. Wraps nothing else, so that a mistake in the calling code is never blamed on a file.
 *
 * @throws ImagesError `timeout` or `file-unreadable`
 */
export async function readable<Result>(decoding: Promise<Result>): Promise<Result> {
  try {
    return await decoding;
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw reason.startsWith('timeout')
      ? new ImagesError('timeout', 'Drawing the image took too long and was given up.', { cause })
      : new ImagesError('file-unreadable', `The image cannot be decoded: ${reason}`, { cause });
  }
}
