import { createMemoryStore } from './memory-store.js';
import type { Store } from './store.js';

/** The store that an option names. The code for folders is loaded only for a folder. */
export async function openStore(choice: 'memory' | { directory: string } | Store): Promise<Store> {
  if (choice === 'memory') return createMemoryStore();
  if (!('directory' in choice)) return choice;
  const { openDirectoryStore } = await import('./directory/open-directory-store.js');
  return openDirectoryStore(choice);
}
