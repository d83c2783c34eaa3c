import type { StoredKey } from '../stored-image.js';

/** A new key of 24 random bytes, as base64 text: the text itself is the secret. */
export function createSigningKey(name: string): StoredKey {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return { name, value: btoa(String.fromCharCode(...bytes)) };
}
