import type { ImagesError } from '../protocol/images-error.js';

const longestPauseMs = 30_000;

/**
 * How long to wait before try number `next` (2 is the first repeat): doubling from `baseMs`,
 * half of it left to chance so that many browsers do not come back at the same moment, and
 * never shorter than the service asked for.
 */
export function retryDelayMs(
  next: number,
  baseMs: number,
  error: ImagesError | undefined,
  random: () => number = Math.random,
): number {
  const pause = Math.min(longestPauseMs, baseMs * 2 ** (next - 2));
  const asked = (error?.details?.retryAfterSeconds ?? 0) * 1000;
  return Math.max(asked, pause * (0.5 + random() / 2));
}
