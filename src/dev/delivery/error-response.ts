import type { Guesses } from '../guesses.js';
import { isImagesError } from '../../protocol/images-error.js';
import { DeliveryError } from './delivery-error.js';
import type { Explanation } from './explanation.js';

/** In strict mode: an option that the service has and this emulator has not. */
export class NotEmulatedError extends Error {}

function asDeliveryError(error: unknown): DeliveryError | undefined {
  if (error instanceof DeliveryError) return error;
  if (!isImagesError(error)) return undefined;
  switch (error.code) {
    case 'file-empty':
    case 'file-type-refused':
      return new DeliveryError(9412, 415, error.message);
    case 'file-unreadable':
      return new DeliveryError(9516, 422, error.message);
    case 'timeout':
      return new DeliveryError(9529, 504, error.message);
    case 'rate-limited':
      return new DeliveryError(9522, 503, error.message);
    default:
      return new DeliveryError(9523, 500, error.message);
  }
}

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
