import { signedStrings } from '../delivery/signed-strings.js';
import { buildVariantUrl, type PublicOrigins } from '../public-origins.js';
import { imageNotFound, Refusal } from '../refusal.js';
import type { ServiceContext } from '../service-context.js';

/** What to sign. */
export interface SignedUrlRequest {
  imageId: string;
  variant: string;
  /** Null for a URL without an end. */
  expiresInSeconds: number | null;
}

/** A signed URL. */
export interface SignedUrlResult {
  url: string;
  /** Milliseconds of the emulator's clock. */
  expiresAt: number | null;
}

/** Signs the delivery URL of a stored image and a variant of the account, by the emulator's clock. */
export async function createSignedUrl(
  { store, accountHash, guesses, now }: ServiceContext,
  origins: PublicOrigins,
  { imageId, variant, expiresInSeconds }: SignedUrlRequest,
): Promise<SignedUrlResult> {
  const image = await store.getImage(imageId);
  if (!image || image.draft) throw imageNotFound();
  if (!(await store.getVariant(variant))) throw new Refusal(404, 5401, 'Variant not found');
  // The last key cannot be deleted: there always is one, and each is as good as another.
  const [key] = await store.listKeys();
  if (!key) throw new Refusal(404, 5404, 'The account has no signing key');
  const exp = expiresInSeconds === null ? null : Math.floor(now() / 1000) + expiresInSeconds;
  const search = exp === null ? '' : `?exp=${exp}`;
  const unsigned = buildVariantUrl(origins, accountHash, imageId, variant);
  const path = unsigned.slice(origins.delivery.length);
  // Without a query the first form has a bare `?`; the last is the path alone, as people write it.
  const texts = signedStrings(path, search, guesses.signedString);
  const text = (exp === null ? texts.at(-1) : texts[0]) ?? path;
  const sig = await sign(key.value, text);
  return {
    url: `${unsigned}${search === '' ? '?' : `${search}&`}sig=${sig}`,
    expiresAt: exp === null ? null : exp * 1000,
  };
}

async function sign(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, [
    'sign',
  ]);
  const digest = await crypto.subtle.sign('HMAC', imported, encoder.encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
