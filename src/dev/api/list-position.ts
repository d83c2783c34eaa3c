import { badRequest } from '../refusal.js';
import type { ListPosition } from '../store/image-query.js';

/** The continuation token of a page end: opaque to clients, and at most 32 characters (OpenAPI). */
export function createContinuationToken({ uploaded, sequence }: ListPosition): string {
  return `${Date.parse(uploaded).toString(36)}-${sequence.toString(36)}`;
}

/** The page end of a token that we gave out; anything else is a bad request. */
export function parseContinuationToken(token: string): ListPosition {
  const [, time = '', sequence = ''] = /^([\da-z]{1,9})-([\da-z]{1,10})$/.exec(token) ?? [];
  const milliseconds = Number.parseInt(time, 36);
  // Beyond that a Date has no value.
  if (!(milliseconds <= 8.64e15)) throw badRequest('Invalid continuation_token');
  return {
    uploaded: new Date(milliseconds).toISOString(),
    sequence: Number.parseInt(sequence, 36),
  };
}
