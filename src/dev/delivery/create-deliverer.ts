import { createMemoryCache } from '../cache/memory-cache.js';
import type { OutputCache } from '../cache/output-cache.js';
import type { Guesses } from '../guesses.js';
import { limitRenderer } from '../render/limit-renderer.js';
import type { Renderer } from '../render/renderer.js';
import type { Store } from '../store/store.js';
import { createImageAnswerer } from './answer-image.js';
import { deliverRemote } from './deliver-remote.js';
import { errorResponse } from './error-response.js';
import { createExplanation } from './explanation.js';
import type { FetchSource } from './fetch-source.js';
import { resolveHosted } from './resolve-hosted.js';

export interface DelivererParts {
  store: Store;
  accountHash: string;
  renderer: Renderer;
  guesses: Guesses;
  /** Milliseconds. */
  now: () => number;
  /** True turns every option that is not emulated into an error. @default false */
  strict?: boolean;
  /** @default 64 MB in memory */
  cache?: OutputCache;
  /** Gets the sources of `/cdn-cgi/image/`. @default none may be fetched */
  fetchSource?: FetchSource;
}

export interface Delivery {
  surface: 'hosted' | 'custom-domain' | 'remote';
  /** After the host or its prefix, still percent-encoded: `/<hash>/<id>/<variant>`. */
  path: string;
  /** With its `?`, or empty. */
  search: string;
  request: Request;
}

/** The delivery side of the emulator as one function: a URL taken apart in, an answer out. */
export function createDeliverer(parts: DelivererParts): (delivery: Delivery) => Promise<Response> {
  const { guesses, strict = false, cache = createMemoryCache() } = parts;
  const answer = createImageAnswerer({
    renderer: limitRenderer(parts.renderer),
    cache,
    guesses,
    strict,
  });

  return async ({ surface, ...delivery }) => {
    const explanation = createExplanation();
    const kind = surface === 'remote' ? 'remote' : 'hosted';
    try {
      const { method } = delivery.request;
      if (method !== 'GET' && method !== 'HEAD') {
        return new Response('Method not allowed', {
          status: 405,
          headers: { allow: 'GET, HEAD', 'x-cf-images-explain': explanation.toString() },
        });
      }
      if (surface === 'remote') {
        const { fetchSource } = parts;
        return await deliverRemote({ guesses, fetchSource, answer }, delivery, explanation);
      }
      return await answer(await resolveHosted(parts, { surface, ...delivery }, explanation));
    } catch (error) {
      return errorResponse(error, { surface: kind, explanation }, guesses);
    }
  };
}
