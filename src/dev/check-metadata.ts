import type { Guesses } from './guesses.js';
import { badRequest } from './refusal.js';

const maxMetadataBytes = 1024;

/**
 * Refuses metadata that is no object or over 1,024 bytes. `asSent` is the text it came as,
 * for the guess that those are the bytes that count.
 */
export function checkMetadata(
  value: unknown,
  guesses: Guesses,
  asSent?: string,
): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('metadata must be a JSON object');
  }
  const counted =
    guesses.metadataBytes === 'as-sent' && asSent !== undefined ? asSent : JSON.stringify(value);
  const length = new TextEncoder().encode(counted).length;
  if (length > maxMetadataBytes) {
    throw badRequest(`metadata is ${length} bytes, the limit is ${maxMetadataBytes}`);
  }
  return value as Record<string, unknown>;
}
