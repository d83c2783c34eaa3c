import type { Guesses } from '../guesses.js';
import type { StoredKey } from '../stored-image.js';
import { signedStrings } from './signed-strings.js';

/** What a signature is worth; every word but `valid` means no. */
export type SignatureState = 'valid' | 'missing' | 'expired' | 'invalid';

export interface SignedUrl {
  /** The path that was signed, as it stands in the URL. */
  path: string;
  /** With its `?`. */
  search: string;
}

const hexDigest = /^[0-9a-f]{64}$/;

async function matches(key: string, digest: Uint8Array<ArrayBuffer>, texts: readonly string[]) {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  // The key is the text as it is shown. It looks like base64 and is not decoded.
  const bytes = encoder.encode(key);
  const imported = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
  const checks = texts.map((text) =>
    crypto.subtle.verify('HMAC', imported, digest, encoder.encode(text)),
  );
  return (await Promise.all(checks)).includes(true);
}

/**
 * Checks `sig` and `exp` of a URL against every key of the account: a URL does not say which
 * one signed it. The comparison is `crypto.subtle.verify` on decoded bytes, which takes the
 * same time wherever the first difference lies, and no key is skipped because another fits.
 *
 * @param now in milliseconds
 */
export async function checkSignature(
  { path, search }: SignedUrl,
  keys: readonly StoredKey[],
  now: number,
  { signedString }: Pick<Guesses, 'signedString'>,
): Promise<SignatureState> {
  const query = new URLSearchParams(search);
  const [sig, ...moreSigs] = query.getAll('sig');
  const [exp, ...moreExps] = query.getAll('exp');
  if (sig === undefined) return 'missing';
  if (moreSigs.length > 0 || moreExps.length > 0) return 'invalid';
  if (!hexDigest.test(sig)) return 'invalid';
  if (exp !== undefined && !/^\d{1,15}$/.test(exp)) return 'invalid';

  const digest = Uint8Array.from(sig.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const texts = signedStrings(path, search, signedString);
  const results = await Promise.all(keys.map(({ value }) => matches(value, digest, texts)));
  if (!results.includes(true)) return 'invalid';
  return exp !== undefined && Number(exp) < Math.floor(now / 1000) ? 'expired' : 'valid';
}
