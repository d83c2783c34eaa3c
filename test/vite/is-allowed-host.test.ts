import { expect, test } from 'vitest';
import { isAllowedHost } from '../../src/vite/is-allowed-host.js';

test.each([
  ['localhost:5173', true],
  ['app.localhost', true],
  ['127.0.0.1:5173', true],
  ['[::1]:5173', true],
  ['192.168.1.20:5173', true],
  ['evil.example', false],
  ['localhost.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['', false],
  [undefined, false],
])('the Host header %s reaches the emulator: %s', (header, expected) => {
  expect(isAllowedHost(header, [])).toBe(expected);
});

test('hosts that the Vite config allows are let in', () => {
  expect(isAllowedHost('dev.example.com', ['dev.example.com'])).toBe(true);
  expect(isAllowedHost('a.example.com:80', ['.example.com'])).toBe(true);
  expect(isAllowedHost('notexample.com', ['.example.com'])).toBe(false);
  expect(isAllowedHost('anything.example', true)).toBe(true);
});
