import { badRequest } from '../refusal.js';
import type { ListPosition } from '../store/image-query.js';

/** The continuation token of a page end. Opaque to clients. */
export function createContinuationToken(position: ListPosition): string {
  return btoa(`${position.uploaded} ${position.sequence}`).replace(/=+$/, '');
}

/** The page end of a token that we gave out; anything else is a bad request. */
export function parseContinuationToken(token: string): ListPosition {
  let text = '';
  try {
    text = atob(token);
  } catch {
    // Falls through to the refusal below: the text does not match.
  }
  const [, uploaded, sequence] = /^(\S+Z) (\d+)$/.exec(text) ?? [];
  if (uploaded === undefined) throw badRequest('Invalid continuation_token');
  return { uploaded, sequence: Number(sequence) };
}
