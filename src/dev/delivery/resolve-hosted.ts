import type { Guesses } from '../guesses.js';
import type { StoredImage, StoredVariant } from '../stored-image.js';
import type { Store } from '../store/store.js';
import { privateCacheControl, publicCacheControl } from './cache-control.js';
import { checkSignature } from './check-signature.js';
import { DeliveryError } from './delivery-error.js';
import type { Explanation } from './explanation.js';
import { parseHostedPath } from './hosted-path.js';
import type { ImageRequest } from './image-request.js';
import type { DeliveryOptions } from './option-table.js';
import { readGivenOptions } from './read-given-options.js';
import { signatureDenial } from './signature-denial.js';

export interface HostedParts {
  store: Store;
  accountHash: string;
  guesses: Guesses;
  now: () => number;
}

export interface HostedDelivery {
  surface: 'hosted' | 'custom-domain';
  path: string;
  search: string;
  request: Request;
}

function variantOptions({ options }: StoredVariant): DeliveryOptions {
  const { fit, width, height, metadata, blur } = options;
  return {
    fit,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    metadata,
    ...(blur === undefined ? {} : { blur }),
  };
}

/**
 * Finds out what a hosted URL asks for and whether it may: account, image, variant or options,
 * signature, in this order.
 *
 * @throws DeliveryError with the codes of hosted delivery
 */
export async function resolveHosted(
  { store, accountHash, guesses, now }: HostedParts,
  { surface, path, search, request }: HostedDelivery,
  explanation: Explanation,
): Promise<ImageRequest> {
  const [hash = ''] = path.replace(/^\//, '').split('/');
  if (hash !== accountHash)
    throw new DeliveryError(9427, 403, 'Image access denied: wrong account hash');
  const parts = parseHostedPath(path);
  if (parts === undefined) {
    throw new DeliveryError(
      guesses.hostedNotFoundCode,
      404,
      'Image not found: the URL has to end in a variant or options',
    );
  }
  const image = await store.getImage(parts.imageId);
  if (image === undefined || image.draft) {
    throw new DeliveryError(guesses.hostedNotFoundCode, 404, 'Image not found');
  }
  const config = await store.getConfig();
  const access = await (parts.options === undefined
    ? forVariant(parts.variant ?? '')
    : forOptions(parts.options));

  return {
    surface: 'hosted',
    source: {
      hash: image.hash,
      byteLength: image.byteLength,
      read: async () => {
        const bytes = await store.readBytes(image.hash);
        if (bytes === undefined)
          throw new DeliveryError(9523, 500, 'The bytes of the image are gone from the store');
        return bytes;
      },
    },
    options: access.options,
    cacheControl: access.cacheControl,
    vary: guesses.vary === 'accept' ? ['Accept'] : [],
    explanation,
    request,
  };

  async function forOptions(text: string) {
    const options = readGivenOptions(
      text,
      { surface: 'hosted', noneKnown: { code: 9426, status: 403 } },
      explanation,
      guesses,
    );
    if (!config.flexible_variants) {
      throw new DeliveryError(
        9429,
        403,
        'Image access denied: flexible variants are not enabled for this account',
      );
    }
    if (image?.requireSignedURLs === true) {
      throw new DeliveryError(
        9425,
        403,
        'Image access denied: flexible variants cannot be used with images that require signed URLs',
      );
    }
    return { options, cacheControl: publicCacheControl(config.browser_ttl) };
  }

  async function forVariant(name: string) {
    const variant = await store.getVariant(name);
    explanation.add('variant', name);
    const signed = image?.requireSignedURLs === true && variant?.neverRequireSignedURLs !== true;
    const exp = signed ? await requireSignature() : undefined;
    // An SVG is never resized, so every name serves it.
    if (variant === undefined && (image as StoredImage).contentType !== 'image/svg+xml') {
      throw new DeliveryError(
        9425,
        403,
        "Image access denied: This account doesn't have variant with this name",
      );
    }
    const options = variant === undefined ? {} : variantOptions(variant);
    for (const [option, value] of Object.entries(options)) explanation.add(option, value);
    return {
      options,
      cacheControl: signed
        ? privateCacheControl(exp, now(), guesses.privateTtl)
        : publicCacheControl(variant?.options.browser_ttl ?? config.browser_ttl),
    };
  }

  async function requireSignature(): Promise<number | undefined> {
    if (surface === 'custom-domain' && guesses.customDomainSigning === 'refuse') {
      throw new DeliveryError(
        9425,
        403,
        'Image access denied: how URLs of a custom domain are signed is not public, so the emulator refuses them there. Use imagedelivery.net, or set guesses.customDomainSigning',
      );
    }
    const fullPath = surface === 'custom-domain' && guesses.customDomainSigning === 'full-path';
    const signedPath = fullPath ? `/cdn-cgi/imagedelivery${path}` : path;
    const keys = await store.listKeys();
    const state = await checkSignature({ path: signedPath, search }, keys, now(), guesses);
    explanation.add('signature', state);
    if (state !== 'valid') throw signatureDenial(state, guesses);
    const exp = new URLSearchParams(search).get('exp');
    return exp === null ? undefined : Number(exp);
  }
}
