import { expect, it } from 'vitest';
import { ImagesError } from '../../src/protocol/images-error.js';
import { retryDelayMs } from '../../src/upload/retry-delay.js';

it('doubles, leaves half to chance, and stops growing', () => {
  const longest = [2, 3, 4, 20].map((next) => retryDelayMs(next, 1000, undefined, () => 1));
  const shortest = [2, 3, 4, 20].map((next) => retryDelayMs(next, 1000, undefined, () => 0));
  expect(longest).toEqual([1000, 2000, 4000, 30_000]);
  expect(shortest).toEqual([500, 1000, 2000, 15_000]);
});

it('is never shorter than what the service asked for', () => {
  const error = new ImagesError('rate-limited', 'Wait.', { details: { retryAfterSeconds: 90 } });
  expect(retryDelayMs(2, 1000, error)).toBe(90_000);
});
