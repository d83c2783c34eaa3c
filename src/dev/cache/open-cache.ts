import type { EmulatorOptions } from '../emulator-options.js';
import { createLayeredCache } from './layered-cache.js';
import { createMemoryCache } from './memory-cache.js';
import type { OutputCache } from './output-cache.js';

/**
 * Where finished images are kept: in memory, and for an account in a folder also below that
 * folder. The code for files is loaded only for a folder.
 */
export async function openCache(store: EmulatorOptions['store']): Promise<OutputCache> {
  const memory = createMemoryCache();
  if (typeof store !== 'object' || !('directory' in store)) return memory;
  const { createDiskCache } = await import('./disk-cache.js');
  // A path in text: this file also runs where there is no node:path.
  return createLayeredCache(memory, createDiskCache({ directory: `${store.directory}/rendered` }));
}
