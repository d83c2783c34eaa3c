/**
 * A strong ETag: the same bytes are meant whenever source and plan are the same. It is known
 * before anything is drawn, so a browser that has the image costs no rendering. Written as the
 * service does, `cf-<opaque>:<tag of the original>`.
 */
export async function entityTag(sourceHash: string, plan: string): Promise<string> {
  const text = new TextEncoder().encode(`${sourceHash} ${plan}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  const opaque = Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0'));
  return `"cf-${opaque.join('')}:${sourceHash.slice(0, 16)}"`;
}

/** Whether an `If-None-Match` header names the tag; `W/` does not matter for reading. */
export function matchesTag(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return tags.includes(tag);
}
