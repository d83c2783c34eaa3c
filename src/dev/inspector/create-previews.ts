import { createMemoryCache } from '../cache/memory-cache.js';
import { createImageAnswerer } from '../delivery/answer-image.js';
import { errorResponse } from '../delivery/error-response.js';
import { createExplanation } from '../delivery/explanation.js';
import type { DeliveryOptions } from '../delivery/option-table.js';
import { variantOptions } from '../delivery/variant-options.js';
import { imageNotFound } from '../refusal.js';
import { limitRenderer } from '../render/limit-renderer.js';
import type { ServiceContext } from '../service-context.js';
import { missingBytes } from '../store/shared-bytes.js';
import { inspectorHeaders } from './answer-json.js';

// What a card of the page needs at twice the density.
const thumbnail: DeliveryOptions = { fit: 'scale-down', width: 480, height: 480, anim: false };

/**
 * Draws images for the page: `variant` of the query as delivery would draw it, without it a
 * thumbnail. Private ones as well, and with no signature that could be passed on: the rights of
 * a delivery URL are not asked, because no such URL is made.
 */
export function createPreviews(): (service: ServiceContext, request: Request) => Promise<Response> {
  const answerers = new WeakMap<ServiceContext, ReturnType<typeof createAnswerer>>();
  return async (service, request) => {
    const answer = answerers.get(service) ?? createAnswerer(service);
    answerers.set(service, answer);
    const query = new URL(request.url).searchParams;
    const image = await service.store.getImage(query.get('id') ?? '');
    if (!image || image.draft) throw imageNotFound();
    const explanation = createExplanation();
    const response = await readOptions(service, query.get('variant'))
      .then((options) =>
        answer({
          surface: 'hosted',
          source: { ...image, read: () => readBytes(service, image.hash) },
          options,
          cacheControl: 'private, no-cache',
          vary: ['Accept'],
          explanation,
          request,
        }),
      )
      .catch((error: unknown) =>
        errorResponse(error, { surface: 'hosted', explanation }, service.guesses),
      );
    const headers = new Headers({ ...inspectorHeaders, ...Object.fromEntries(response.headers) });
    return new Response(response.body, { status: response.status, headers });
  };
}

function createAnswerer({ renderer, guesses }: ServiceContext) {
  return createImageAnswerer({
    renderer: limitRenderer(renderer, { atOnce: 2 }),
    cache: createMemoryCache(),
    guesses,
    strict: false,
  });
}

async function readOptions({ store }: ServiceContext, variantId: string | null) {
  if (variantId === null) return thumbnail;
  const variant = await store.getVariant(variantId);
  if (!variant) throw imageNotFound();
  return variantOptions(variant);
}

async function readBytes({ store }: ServiceContext, hash: string): Promise<Uint8Array> {
  const bytes = await store.readBytes(hash);
  if (!bytes) throw missingBytes(hash);
  return bytes;
}
