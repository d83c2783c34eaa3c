import type { Guesses } from './guesses.js';
import { badRequest } from './refusal.js';

const maxIdLength = 1024;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A new id of the service's making. Whether its end tells public from private is guess U12. */
export function createImageId(requireSignedURLs: boolean, guesses: Guesses): string {
  const id = crypto.randomUUID();
  return guesses.idSuffix === 'plain' ? id : withSuffix(id, requireSignedURLs);
}

/** The id an image has after its access changed: always another one. */
export function createMovedId(id: string, requireSignedURLs: boolean, guesses: Guesses): string {
  return guesses.idSuffix === 'plain' ? crypto.randomUUID() : withSuffix(id, requireSignedURLs);
}

/** True for an id that an uploader chose. */
export function isCustomId(id: string): boolean {
  return !uuid.test(id);
}

/** Refuses an id that an uploader may not choose. */
export function checkCustomId(id: string, guesses: Guesses): string {
  const length =
    guesses.idLength === 'code-points' ? [...id].length : new TextEncoder().encode(id).length;
  if (length === 0) throw badRequest('Custom ID must not be empty');
  if (length > maxIdLength) {
    throw badRequest(`Custom ID is ${length} characters, the limit is ${maxIdLength}`);
  }
  if (id.startsWith('/') || id.endsWith('/')) {
    throw badRequest('Custom ID must not start or end with a slash');
  }
  // Whoever reads a URL folds such a segment away.
  const isRefused = guesses.dotSegmentId === 'refuse';
  if (isRefused && id.split('/').some((segment) => segment === '.' || segment === '..')) {
    throw badRequest('Custom ID must not have a segment of dots');
  }
  if (!isCustomId(id)) throw badRequest('CustomID must not be UUID');
  return id;
}

function withSuffix(id: string, requireSignedURLs: boolean): string {
  return `${id.slice(0, -2)}${requireSignedURLs ? '01' : '00'}`;
}
