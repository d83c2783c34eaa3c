import type { Guesses } from '../guesses.js';
import type { Store } from '../store/store.js';
import { DeliveryError } from './delivery-error.js';
import type { Explanation } from './explanation.js';
import { accessByOptions, accessByVariant } from './hosted-access.js';
import { parseHostedPath } from './hosted-path.js';
import type { ImageRequest } from './image-request.js';
import type { SourceImage } from './source-image.js';

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

function sourceIn(
  store: Store,
  { hash, byteLength }: Pick<SourceImage, 'hash' | 'byteLength'>,
): SourceImage {
  return {
    hash,
    byteLength,
    async read() {
      const bytes = await store.readBytes(hash);
      if (bytes !== undefined) return bytes;
      throw new DeliveryError(9523, 500, 'The bytes of the image are gone from the store');
    },
  };
}

/**
 * Finds out what a hosted URL asks for and whether it may: account, image, then variant or
 * options with the rights they need.
 *
 * @throws DeliveryError with the codes of hosted delivery
 */
export async function resolveHosted(
  { store, accountHash, guesses, now }: HostedParts,
  { surface, path, search, request }: HostedDelivery,
  explanation: Explanation,
): Promise<ImageRequest> {
  const notFound = (message: string) => {
    return new DeliveryError(guesses.hostedNotFoundCode, 404, message);
  };
  if (path.split('/')[1] !== accountHash) {
    throw new DeliveryError(9427, 403, 'Image access denied: wrong account hash');
  }
  const parts = parseHostedPath(path);
  if (parts === undefined) {
    throw notFound('Image not found: the URL has to end in a variant or options');
  }
  const image = await store.getImage(parts.imageId);
  if (image === undefined || image.draft) throw notFound('Image not found');

  const config = await store.getConfig();
  const asked = { image, config, store, guesses, now: now(), surface, path, search, explanation };
  const { options, cacheControl } =
    'options' in parts
      ? accessByOptions(parts.options, asked)
      : await accessByVariant(parts.variant, asked);
  if (config.preserve_content_credentials) explanation.add('content-credentials', 'not kept');
  const vary = guesses.vary === 'accept' ? ['Accept'] : [];
  const source = sourceIn(store, image);
  return { surface: 'hosted', source, options, cacheControl, vary, explanation, request };
}
