import { ImagesError } from '../../protocol/images-error.js';

export interface Deadline {
  /** Words for the message: what is being done, on what. */
  doing: string;
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/**
 * Runs work that ends with the first of: its result, the time-out, the caller's abort. The work
 * is raced as well as aborted, because a `fetch` handed in by the app may ignore its signal.
 */
export function withDeadline<T>(
  { doing, timeoutMs, signal }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) return reject(abortedError(doing, signal));
    const controller = new AbortController();
    const clean = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const stop = (error: ImagesError) => {
      clean();
      reject(error);
      controller.abort(error);
    };
    const onAbort = () => signal && stop(abortedError(doing, signal));
    const timer = setTimeout(
      () =>
        stop(
          new ImagesError(
            'timeout',
            `${doing}: Cloudflare did not answer within ${timeoutMs / 1000} s. Try again, or raise timeoutMs.`,
          ),
        ),
      timeoutMs,
    );
    signal?.addEventListener('abort', onAbort, { once: true });
    work(controller.signal).then(resolve, reject).finally(clean);
  });
}

/** Waits, unless the caller aborts first. */
export function pause(ms: number, doing: string, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortedError(doing, signal));
    const onAbort = () => {
      clearTimeout(timer);
      if (signal) reject(abortedError(doing, signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function abortedError(doing: string, signal: AbortSignal): ImagesError {
  return new ImagesError('aborted', `${doing}: aborted by the caller.`, { cause: signal.reason });
}
