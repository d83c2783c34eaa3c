const maxEntries = 5000;

/**
 * Creates the maker of strong ETags: the same bytes are meant whenever source and plan are the
 * same. A tag is known before anything is drawn, so a browser that has the image costs no
 * rendering. Written as the service does, `cf-<opaque>:<tag of the original>`.
 */
export function createEntityTagger(): (sourceHash: string, plan: string) => Promise<string> {
  // Remembered, because hashing goes through the thread pool, behind whatever is being drawn.
  const known = new Map<string, string>();
  return async (sourceHash, plan) => {
    const text = `${sourceHash} ${plan}`;
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const tag = `"cf-${await hashText(text)}:${sourceHash.slice(0, 16)}"`;
    known.set(text, tag);
    const [oldest] = known.keys();
    if (known.size > maxEntries && oldest !== undefined) known.delete(oldest);
    return tag;
  };
}

async function hashText(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const opaque = new Uint8Array(digest, 0, 12);
  return Array.from(opaque, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether an `If-None-Match` header names the tag; `W/` does not matter for reading. */
export function matchesTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return tags.includes(tag);
}
