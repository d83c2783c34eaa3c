/** A signal that aborts with its parent, or after that long without a sign of life. */
export interface StallClock {
  signal: AbortSignal;
  /** Bytes moved: the time starts anew. */
  restart(): void;
  stop(): void;
}

/** Starts at once: a connection that never moves a byte is as dead as one that stops. */
export function createStallClock(parent: AbortSignal, ms: number): StallClock {
  const stalled = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), ms);
  };
  const follow = () => stalled.abort();
  parent.addEventListener('abort', follow);
  restart();
  return {
    signal: stalled.signal,
    restart,
    stop() {
      clearTimeout(timer);
      parent.removeEventListener('abort', follow);
    },
  };
}
