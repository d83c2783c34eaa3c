import type { OutputCache } from '../cache/output-cache.js';
import { createSingleFlight } from '../cache/single-flight.js';
import type { Rendering } from '../render/renderer.js';

/** Where an image came from: drawn for this request, drawn for another one just now, or kept. */
export type Origin = 'miss' | 'shared' | 'hit';

/** Gets an image from the cache, or makes it, once for all who ask for it at the same time. */
export function createObtainer(cache: OutputCache) {
  const once = createSingleFlight<Rendering>();
  return async (
    key: string,
    make: () => Promise<Rendering>,
  ): Promise<{ rendering: Rendering; origin: Origin }> => {
    const known = await cache.get(key);
    if (known !== undefined) return { rendering: known, origin: 'hit' };
    let origin: Origin = 'shared';
    const rendering = await once(key, async () => {
      // It may have been finished between the look into the cache and here.
      const late = await cache.get(key);
      if (late !== undefined) return late;
      origin = 'miss';
      const fresh = await make();
      await cache.put(key, fresh);
      return fresh;
    });
    return { rendering, origin };
  };
}
