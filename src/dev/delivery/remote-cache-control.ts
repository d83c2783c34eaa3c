import type { Explanation } from './explanation.js';

const hour = 3600;

/** `cache-control` of a transformed remote image: as its origin says, but at least an hour. */
export function remoteCacheControl(origin: string | null, explanation: Explanation): string {
  const maxAge = /(?:^|[\s,])max-age=(\d+)/i.exec(origin ?? '')?.[1];
  const forbidden = /(?:^|[\s,])(?:no-store|no-cache|private)/i.test(origin ?? '');
  const seconds = forbidden ? 0 : Number(maxAge ?? hour);
  if (seconds < hour) explanation.warn('cache-control is too restrictive');
  return `public, max-age=${Math.max(hour, seconds)}`;
}
