import { ImagesError } from '../../protocol/images-error.js';
import { publishedLimits } from '../../protocol/published-limits.js';

// Words that the API keeps for itself where an id would stand. It treats "/" and "%2F" alike,
// so the id "keys/default" would delete a signing key and "variants/public" a variant.
const reservedWords = ['keys', 'stats', 'variants', 'config', 'batch_token', 'direct_upload'];

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Why a text cannot be the id of an image, as a sentence; undefined when it can. */
export function findImageIdProblem(id: unknown): string | undefined {
  if (typeof id !== 'string' || id === '') return 'it is empty';
  if ([...id].length > publishedLimits.maxIdLength) {
    return `it is longer than ${publishedLimits.maxIdLength} characters`;
  }
  // NUL and its neighbours.
  if (/[\u0000-\u001f\u007f]/.test(id)) return 'it holds a control character';
  if (/\p{Surrogate}/u.test(id)) return 'it holds half a character (a lone surrogate)';
  const segments = id.split('/');
  // URL parsers fold dot segments, so that "/images/v1/.." would be another operation.
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return 'a part between slashes is empty, "." or ".."';
  }
  if (reservedWords.includes(segments[0] ?? '')) {
    return `Cloudflare's API keeps "${segments[0]}" for itself`;
  }
  if (segments.length > 1 && segments.at(-1) === 'blob') {
    return 'Cloudflare\'s API reads the ending "/blob" as a request for the bytes';
  }
  return undefined;
}

/** The path of one image below the account. Throws on ids that would reach something else. */
export function buildImagePath(id: string): string {
  const problem = findImageIdProblem(id);
  if (problem !== undefined) {
    throw new ImagesError(
      'invalid-option',
      `${JSON.stringify(id)} is not the id of an image: ${problem}.`,
    );
  }
  return `/images/v1/${encodeURIComponent(id)}`;
}

/** True for ids that the app chose. Cloudflare makes UUIDs, and refuses them from others. */
export function isCustomId(id: string): boolean {
  return !uuid.test(id);
}
