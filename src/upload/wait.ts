/** Resolves after that time; rejects at once when the signal aborts, leaving no timer behind. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return wait(signal, (done) => {
    const timer = setTimeout(done, ms);
    return () => clearTimeout(timer);
  });
}

/** False only when the browser is sure that there is no network. */
export function isOnline(): boolean {
  return globalThis.navigator?.onLine !== false;
}

/** Resolves when the browser says the network is back; rejects when the signal aborts. */
export function untilOnline(signal: AbortSignal): Promise<void> {
  return wait(signal, (done) => {
    addEventListener('online', done);
    return () => removeEventListener('online', done);
  });
}

function wait(signal: AbortSignal, start: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const end = () => {
      signal.removeEventListener('abort', end);
      stop();
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const stop = start(end);
    signal.addEventListener('abort', end);
  });
}
