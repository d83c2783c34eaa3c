import type { Guesses } from '../guesses.js';
import type { AccountConfig, StoredImage } from '../stored-image.js';
import type { Store } from '../store/store.js';
import { privateCacheControl, publicCacheControl } from './cache-control.js';
import { checkSignature } from './check-signature.js';
import { DeliveryError } from './delivery-error.js';
import type { Explanation } from './explanation.js';
import type { DeliveryOptions } from './option-table.js';
import { readGivenOptions } from './read-given-options.js';
import { signatureDenial } from './signature-denial.js';
import { variantOptions } from './variant-options.js';

/** What a URL may have: these options, kept for so long. */
export interface HostedAccess {
  options: DeliveryOptions;
  cacheControl: string;
}

/** A request for an image that exists. */
export interface HostedQuestion {
  image: StoredImage;
  config: AccountConfig;
  store: Pick<Store, 'getVariant' | 'listKeys'>;
  guesses: Guesses;
  /** Milliseconds. */
  now: number;
  surface: 'hosted' | 'custom-domain';
  path: string;
  search: string;
  explanation: Explanation;
}

function denied(reason: string): DeliveryError {
  return new DeliveryError(9425, 403, `Image access denied: ${reason}`);
}

/**
 * The access that options in the URL give: flexible variants, which the account must have on
 * and which no signature opens for a private image.
 */
export function accessByOptions(
  text: string,
  { image, config, guesses, explanation }: HostedQuestion,
): HostedAccess {
  const noneKnown = { code: 9426, status: 403 };
  const options = readGivenOptions(text, { surface: 'hosted', noneKnown }, explanation, guesses);
  if (!config.flexible_variants) {
    throw new DeliveryError(
      9429,
      403,
      'Image access denied: flexible variants are not enabled for this account',
    );
  }
  if (image.requireSignedURLs) {
    throw denied('flexible variants cannot be used with images that require signed URLs');
  }
  return { options, cacheControl: publicCacheControl(config.browser_ttl) };
}

/** The access that a variant's name gives, after the signature where one is needed. */
export async function accessByVariant(name: string, asked: HostedQuestion): Promise<HostedAccess> {
  const { image, config, store, guesses, explanation, now } = asked;
  const variant = await store.getVariant(name);
  explanation.add('variant', name);
  const signed = image.requireSignedURLs && variant?.neverRequireSignedURLs !== true;
  const exp = signed ? await requireSignature(asked) : undefined;
  // An SVG is never resized, so every name serves it.
  if (variant === undefined && image.contentType !== 'image/svg+xml') {
    throw denied("This account doesn't have variant with this name");
  }
  const options = variant === undefined ? {} : variantOptions(variant);
  for (const [option, value] of Object.entries(options)) explanation.add(option, value);
  return {
    options,
    cacheControl: signed
      ? privateCacheControl(exp, now, guesses.privateTtl)
      : publicCacheControl(variant?.options.browser_ttl ?? config.browser_ttl),
  };
}

/** @returns the end of the signature in Unix seconds, undefined when it has none */
async function requireSignature(asked: HostedQuestion): Promise<number | undefined> {
  const { store, guesses, explanation, now, surface, path, search } = asked;
  const signing = surface === 'hosted' ? 'bare-path' : guesses.customDomainSigning;
  if (signing === 'refuse') {
    throw denied(
      'how URLs of a custom domain are signed is not public, so the emulator takes no signature there. Use imagedelivery.net, or set guesses.customDomainSigning',
    );
  }
  const signedPath = signing === 'full-path' ? `/cdn-cgi/imagedelivery${path}` : path;
  const state = await checkSignature(
    { path: signedPath, search },
    await store.listKeys(),
    now,
    guesses,
  );
  explanation.add('signature', state);
  if (state !== 'valid') throw signatureDenial(state, guesses);
  const exp = new URLSearchParams(search).get('exp');
  return exp === null ? undefined : Number(exp);
}
