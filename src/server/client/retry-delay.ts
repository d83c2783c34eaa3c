import { type ImagesError, isImagesError, isTransient } from '../../protocol/images-error.js';

// A limited account is refused for up to five minutes. A request of a user cannot wait that
// long; the caller learns the time from `details.retryAfterSeconds` instead.
const longestWaitMs = 5_000;
const firstDelayMs = 200;

/**
 * Milliseconds to wait before the same call is sent again, or undefined when it must not be.
 *
 * 429 was not carried out, so every method may repeat it. No answer and 5xx say nothing about
 * what was carried out: only a GET is repeated. A time-out is not, it has already cost enough.
 */
export function retryDelayMs(error: unknown, method: string, attempt: number): number | undefined {
  if (!isImagesError(error) || !isRepeatable(error, method)) return undefined;
  const asked = error.details?.retryAfterSeconds;
  if (asked !== undefined) return asked * 1000 <= longestWaitMs ? asked * 1000 : undefined;
  // Without a Retry-After there is no telling when a limit ends.
  if (error.code === 'rate-limited') return undefined;
  return firstDelayMs * 2 ** (attempt - 1) * (0.5 + Math.random());
}

function isRepeatable(error: ImagesError, method: string): boolean {
  if (error.code === 'rate-limited') return true;
  return method === 'GET' && error.code !== 'timeout' && isTransient(error);
}
