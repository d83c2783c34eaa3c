import type { Guesses } from '../guesses.js';

const hour = 3600;

/** Two days: what Cloudflare documents for hosted images without a setting of their own. */
export const defaultBrowserTtl = 172_800;

/** `cache-control` of a public image. */
export function publicCacheControl(seconds: number): string {
  return `public, max-age=${seconds}, stale-while-revalidate=7200`;
}

/**
 * `cache-control` of an image behind a signature. It ignores the TTL settings and follows the
 * signature's end, down to an hour; without an end, the default stands in. Never `public`:
 * a shared cache must not hand it to the next person.
 *
 * @param exp seconds of Unix time
 * @param now in milliseconds
 */
export function privateCacheControl(
  exp: number | undefined,
  now: number,
  privateTtl: Guesses['privateTtl'],
): string {
  const left = exp === undefined ? defaultBrowserTtl : Math.max(0, exp - Math.floor(now / 1000));
  return `private, max-age=${privateTtl === 'exact' ? left : Math.max(hour, left)}`;
}
