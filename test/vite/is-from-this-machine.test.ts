import { expect, test } from 'vitest';
import { isFromThisMachine } from '../../src/vite/is-from-this-machine.js';

test.each([
  ['127.0.0.1', true],
  ['127.8.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['192.168.1.20', false],
  ['::ffff:10.0.0.1', false],
  ['fe80::1', false],
  [undefined, false],
])('a connection from %s is our own: %s', (address, expected) => {
  expect(isFromThisMachine(address)).toBe(expected);
});
