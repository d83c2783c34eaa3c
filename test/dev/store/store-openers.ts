import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDirectoryStore } from '../../../src/dev/store/directory/open-directory-store.js';
import { createMemoryStore } from '../../../src/dev/store/memory-store.js';
import type { Store } from '../../../src/dev/store/store.js';

/** Opens an empty store of each kind; it goes with the test that opened it. */
export const storeOpeners: Record<string, () => Promise<Store>> = {
  memory: async () => createMemoryStore(),
  async directory() {
    const directory = await mkdtemp(join(tmpdir(), 'cf-images-store-'));
    const store = await openDirectoryStore({ directory });
    onTestFinished(async () => {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    });
    return store;
  },
};
