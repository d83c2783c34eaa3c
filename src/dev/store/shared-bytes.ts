/** Bytes by hash, kept once however many images have them, dropped with the last of those. */
export interface SharedBytes {
  add(hash: string, bytes: Uint8Array | undefined): void;
  release(hash: string): void;
  get(hash: string): Uint8Array | undefined;
  copy(): ReadonlyMap<string, Uint8Array>;
}

/** Creates an empty set. */
export function createSharedBytes(): SharedBytes {
  const kept = new Map<string, { bytes: Uint8Array; uses: number }>();
  return {
    add(hash, bytes) {
      const entry = kept.get(hash);
      if (entry) {
        entry.uses += 1;
        return;
      }
      if (!bytes) throw missingBytes(hash);
      kept.set(hash, { bytes, uses: 1 });
    },
    release(hash) {
      const entry = kept.get(hash);
      if (!entry) return;
      entry.uses -= 1;
      if (entry.uses === 0) kept.delete(hash);
    },
    get: (hash) => kept.get(hash)?.bytes,
    copy: () => new Map([...kept].map(([hash, entry]) => [hash, entry.bytes])),
  };
}

/** For a caller that forgot the bytes: a mistake of ours, never of a request. */
export function missingBytes(hash: string): Error {
  return new Error(`The store was given an image without the bytes of ${hash}.`);
}
