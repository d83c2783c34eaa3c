/**
 * What a `Retry-After` header asks for, in either of its two forms, as a part of an error's
 * details; undefined without one. `now` is in ms.
 */
export function parseRetryAfter(
  header: string | null,
  now: number = Date.now(),
): { retryAfterSeconds: number } | undefined {
  if (!header) return undefined;
  const seconds = /^\s*\d+\s*$/.test(header)
    ? Number(header)
    : Math.ceil((Date.parse(header) - now) / 1000);
  return Number.isNaN(seconds) ? undefined : { retryAfterSeconds: Math.max(0, seconds) };
}
