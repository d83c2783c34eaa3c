import { expect, it } from 'vitest';
import { parseRetryAfter } from '../../src/protocol/retry-after.js';

const now = Date.UTC(2026, 0, 1, 12, 0, 0, 500);

it.each([
  ['120', { retryAfterSeconds: 120 }],
  [' 0 ', { retryAfterSeconds: 0 }],
  ['Thu, 01 Jan 2026 12:01:00 GMT', { retryAfterSeconds: 60 }],
  ['Thu, 01 Jan 2026 11:00:00 GMT', { retryAfterSeconds: 0 }],
  ['soon', undefined],
  ['', undefined],
  [null, undefined],
])('reads %j', (header, asked) => {
  expect(parseRetryAfter(header, now)).toEqual(asked);
});
