import type { Rendering } from '../render/renderer.js';
import type { OutputCache } from './output-cache.js';

// What an entry costs besides its pixels, roughly: key, map slot, object.
const entryOverhead = 512;

/**
 * The images used last, in memory. Bounded in bytes, not in entries: one large photo may push
 * out a hundred thumbnails, and memory stays flat however many URLs are asked for.
 */
export function createMemoryCache({ maxBytes = 64 * 1024 * 1024 } = {}): OutputCache & {
  readonly byteLength: number;
} {
  // A Map keeps the order of insertion: the first entry is the one unused for longest.
  const entries = new Map<string, Rendering>();
  let total = 0;
  const cost = ({ bytes }: Rendering) => bytes.byteLength + entryOverhead;
  const drop = (key: string, rendering: Rendering) => {
    entries.delete(key);
    total -= cost(rendering);
  };
  return {
    get byteLength() {
      return total;
    },
    async get(key) {
      const rendering = entries.get(key);
      if (rendering !== undefined) {
        entries.delete(key);
        entries.set(key, rendering);
      }
      return rendering;
    },
    async put(key, rendering) {
      const old = entries.get(key);
      if (old !== undefined) drop(key, old);
      if (cost(rendering) > maxBytes) return;
      entries.set(key, rendering);
      total += cost(rendering);
      for (const [oldest, entry] of entries) {
        if (total <= maxBytes) break;
        drop(oldest, entry);
      }
    },
    async clear() {
      entries.clear();
      total = 0;
    },
  };
}
