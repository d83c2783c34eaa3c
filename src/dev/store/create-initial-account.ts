import { createSigningKey } from './create-signing-key.js';
import type { AccountState } from './store.js';

/**
 * An account as it is on its first day: the variant `public`, one signing key called `default`,
 * flexible variants off. That `public` is 1366 x 768 scale-down without metadata is the sample
 * of the documentation (create-variants, read 2026-11-22), not a promise of it.
 */
export function createInitialAccount(): AccountState {
  return {
    variants: [
      {
        id: 'public',
        options: { fit: 'scale-down', width: 1366, height: 768, metadata: 'none' },
        neverRequireSignedURLs: false,
      },
    ],
    keys: [createSigningKey('default')],
    config: { flexible_variants: false, browser_ttl: 172_800, preserve_content_credentials: false },
  };
}
