import type { Guesses } from '../guesses.js';

/**
 * The side that `side` becomes when `from` becomes `to`, in whole pixels and at least one.
 * Worked out in whole numbers: 0.5 is a half here, not 0.4999.
 */
export function roundSide(
  side: number,
  to: number,
  from: number,
  rounding: Guesses['rounding'],
): number {
  const half = rounding === 'half-up' ? from : 0;
  return Math.max(1, Math.floor((2 * side * to + half) / (2 * from)));
}
