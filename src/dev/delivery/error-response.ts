import type { Guesses } from '../guesses.js';
import { asDeliveryError } from './as-delivery-error.js';
import type { Explanation } from './explanation.js';

/** In strict mode: an option that the service has and this emulator has not. */
export class NotEmulatedError extends Error {}

/**
 * The answer for an error: `ERROR <code>: <message>` as plain text, with the code in the
 * headers that delivery carries. Anything unforeseen is thrown on, not dressed up.
 */
export function errorResponse(
  error: unknown,
  { surface, explanation }: { surface: 'hosted' | 'remote'; explanation: Explanation },
  { hostedErrorHeader }: Pick<Guesses, 'hostedErrorHeader'>,
): Response {
  const headers = new Headers({
    'content-type': 'text/plain;charset=UTF-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-cf-images-explain': explanation.toString(),
  });
  if (error instanceof NotEmulatedError) {
    return new Response(`NOT EMULATED: ${error.message}`, { status: 501, headers });
  }
  const known = asDeliveryError(error);
  if (known === undefined) throw error;
  const shown = surface === 'remote' ? 'cf-resized' : hostedErrorHeader;
  if (shown !== 'cf-images') headers.set('cf-resized', `err=${known.code}`);
  if (shown !== 'cf-resized') headers.set('cf-images', `err=${known.code}`);
  return new Response(`ERROR ${known.code}: ${known.message}`, { status: known.status, headers });
}
