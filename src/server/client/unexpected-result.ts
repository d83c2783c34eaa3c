import { ImagesError } from '../../protocol/images-error.js';

/** The error for a success whose result is not what the operation promises. */
export function createUnexpectedResult(doing: string, missing: string): ImagesError {
  return new ImagesError(
    'invalid-response',
    `${doing}: Cloudflare reported success without ${missing}. Does baseUrl lead to its API?`,
  );
}
