import type { OutputCache } from './output-cache.js';

/** Asks the fast cache first and fills it from the large one. */
export function createLayeredCache(fast: OutputCache, large: OutputCache): OutputCache {
  return {
    async get(key) {
      const near = await fast.get(key);
      if (near !== undefined) return near;
      const far = await large.get(key);
      if (far !== undefined) await fast.put(key, far);
      return far;
    },
    async put(key, rendering) {
      await Promise.all([fast.put(key, rendering), large.put(key, rendering)]);
    },
    async clear() {
      await Promise.all([fast.clear(), large.clear()]);
    },
  };
}
