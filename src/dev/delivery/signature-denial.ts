import type { Guesses } from '../guesses.js';
import type { SignatureState } from './check-signature.js';
import { DeliveryError } from './delivery-error.js';

const mockTexts = {
  missing: 'Missing signature',
  expired: 'Signature expired',
  invalid: 'Invalid signature',
};

const texts = {
  missing: 'The URL has no signature',
  expired: 'The URL signature has expired',
  invalid: 'The URL signature does not match',
};

/** The refusal of a private image whose signature is missing, too old or wrong. */
export function signatureDenial(
  state: Exclude<SignatureState, 'valid'>,
  { privateDeny, signedString }: Pick<Guesses, 'privateDeny' | 'signedString'>,
): DeliveryError {
  if (privateDeny === '401') return new DeliveryError(9425, 401, mockTexts[state]);
  const signed =
    signedString === 'path'
      ? 'the path without domain nor query string'
      : 'path and query, without domain and without sig';
  const text = `check failed: ${texts[state]}. Expecting SHA-256 HMAC of ${signed}`;
  return new DeliveryError(9425, 403, `Image access denied: ${text}`);
}
