import { ImagesError } from '../../protocol/images-error.js';

/** Checks the origins an app lists, once, and answers them as a set. */
export function parseAllowedOrigins(origins: readonly string[]): ReadonlySet<string> {
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new ImagesError(
        'invalid-option',
        `createImagesHandler: allowedOrigins holds ${JSON.stringify(origin)}. Write whole origins such as "https://app.example.com", without a path; wildcards and "null" are not taken.`,
      );
    }
  }
  return new Set(origins);
}
