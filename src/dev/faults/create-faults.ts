import type { Fault, FaultEffect, FaultMatch } from './fault.js';

/** The faults of one emulator. */
export interface Faults {
  /** Scripts a failure; of several that match a request, the oldest one happens. */
  add(fault: Fault): { remove(): void };
  /** Removes all. */
  clear(): void;
}

/** What a fault looks at in a request. */
export type FaultSubject = Required<FaultMatch> & { path: string };

/** Creates an empty script, and the function that asks it about each request. */
export function createFaults(): {
  faults: Faults;
  take(subject: FaultSubject): FaultEffect | undefined;
} {
  const scripted = new Map<Fault, { toSkip: number; left: number }>();
  return {
    faults: {
      add(fault) {
        // A copy is the key, so that the same object can be added twice.
        const entry = { ...fault };
        scripted.set(entry, { toSkip: fault.after ?? 0, left: fault.times ?? 1 });
        return { remove: () => void scripted.delete(entry) };
      },
      clear: () => scripted.clear(),
    },
    take(subject) {
      for (const [fault, count] of scripted) {
        if (!isMatch(fault, subject)) continue;
        if (count.toSkip > 0) {
          count.toSkip -= 1;
          continue;
        }
        count.left -= 1;
        if (count.left <= 0) scripted.delete(fault);
        return fault;
      }
      return undefined;
    },
  };
}

function isMatch({ host, method, path }: FaultMatch, subject: FaultSubject): boolean {
  if (host !== undefined && host !== subject.host) return false;
  if (method === undefined ? subject.method === 'OPTIONS' : method !== subject.method) return false;
  if (path === undefined) return true;
  // `search` rather than `test`: a pattern with the flag g would remember where it was.
  return typeof path === 'string' ? subject.path.startsWith(path) : subject.path.search(path) >= 0;
}
