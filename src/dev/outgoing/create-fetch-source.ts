import { DeliveryError } from '../delivery/delivery-error.js';
import type { FetchSource } from '../delivery/fetch-source.js';
import type { Outgoing } from './outgoing-fetch.js';
import { OutgoingError } from './outgoing-error.js';

/** How `/cdn-cgi/image/` gets its sources; undefined when nothing may be fetched. */
export function createFetchSource(outgoing: Outgoing): FetchSource | undefined {
  if (outgoing === 'none') return undefined;
  return async (url, { sameZone, headers, signal }) => {
    if (typeof outgoing === 'function') return outgoing(new Request(url, { headers, signal }));
    if (outgoing === 'same-zone' && !sameZone) throw refusedOrigin();
    const { createPublicFetch } = await import('./create-public-fetch.js');
    const isAllowed = outgoing === 'same-zone' ? { isAllowed: () => false } : {};
    const trusted = sameZone && isLoopbackName(url.hostname) ? { trustedOrigin: url.origin } : {};
    try {
      return await createPublicFetch(isAllowed)(url, { headers, signal, ...trusted });
    } catch (error) {
      if (!(error instanceof OutgoingError)) throw error;
      if (error.reason === 'redirects') throw new DeliveryError(9421, 400, error.message);
      throw refusedOrigin();
    }
  };
}

function refusedOrigin(): DeliveryError {
  return new DeliveryError(9401, 403, 'Transformation origin is not in allowed origins list');
}

// The zone under development itself. Any other name, the request's own too, has to be public.
function isLoopbackName(name: string): boolean {
  return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(name);
}
