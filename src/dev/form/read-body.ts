import type { Guesses } from '../guesses.js';
import { Refusal, uploadRefusal } from '../refusal.js';
import { readAtMost } from './read-at-most.js';

/**
 * The whole body of a request, at most `maxBytes` of it. A longer one is read to its end all the
 * same: a client that is cut off while it sends sees a broken connection, not the answer.
 */
export async function readBody(
  request: Request,
  guesses: Guesses,
  maxBytes: number,
): Promise<Uint8Array> {
  let body: Uint8Array | undefined;
  try {
    body = await readAtMost(request.body, maxBytes, { drain: true });
  } catch {
    throw uploadRefusal(guesses, 5433, 'The client went away while it was sending');
  }
  if (!body) throw tooLarge(guesses);
  return body;
}

/** 413 with code 5413. */
export function tooLarge(guesses: Guesses): Refusal {
  return new Refusal(413, 5413, `The image is over the limit of ${guesses.maxUploadBytes} bytes`);
}
