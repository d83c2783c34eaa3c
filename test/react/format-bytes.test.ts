import { expect, test } from 'vitest';
import { publishedLimits } from '../../src/protocol/published-limits.js';
import { formatBytes } from '../../src/react/format-bytes.js';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1,023 bytes'],
  [1024, '1 kB'],
  [180 * 1024, '180 kB'],
  [2.44 * 1024 * 1024, '2.4 MB'],
  [publishedLimits.maxBytes, '10 MB'],
  [5000 * 1024 ** 3, '5,000 GB'],
])('%d is %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

test('another language writes its own numbers', () => {
  expect(formatBytes(2.44 * 1024 * 1024, 'de')).toBe('2,4 MB');
});
