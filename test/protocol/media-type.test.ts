import { expect, it } from 'vitest';
import { normalizeMediaType } from '../../src/protocol/media-type.js';
import { acceptedTypes } from '../../src/protocol/published-limits.js';

it.each([
  ['image/jpg', 'image/jpeg'],
  ['image/pjpeg', 'image/jpeg'],
  ['image/x-png', 'image/png'],
  ['image/svg', 'image/svg+xml'],
  ['image/heif', 'image/heic'],
  [' IMAGE/JPG; a=b', 'image/jpeg'],
  ['image/png;charset=x', 'image/png'],
  ['image/*', 'image/*'],
  ['.HEIC', '.heic'],
  ['', ''],
])('%j is %j', (given, type) => {
  expect(normalizeMediaType(given)).toBe(type);
});

it('leaves every accepted type and AVIF as they are', () => {
  for (const type of [...acceptedTypes, 'image/avif']) expect(normalizeMediaType(type)).toBe(type);
});
