/** The emulator's own time: real time plus what a test has added. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves time forward: links, signatures and tokens age at once. */
  advance(milliseconds: number): void;
  /** Back to the present. */
  reset(): void;
}

/** A clock that starts at the present. */
export function createClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    advance(milliseconds) {
      if (!(milliseconds >= 0)) {
        throw new RangeError(`clock.advance takes milliseconds of 0 or more, not ${milliseconds}.`);
      }
      ahead += milliseconds;
    },
    reset() {
      ahead = 0;
    },
  };
}
