import { expect, test } from 'vitest';
import { errorCodes } from '../../src/protocol/error-codes.js';
import { ImagesError } from '../../src/protocol/images-error.js';
import { errorWords, getErrorMessage } from '../../src/react/error-words.js';

test('every code has a sentence, without the code and without the words for programmers', () => {
  for (const code of errorCodes) {
    const message = getErrorMessage(new ImagesError(code, 'POST /direct-upload answered 500'));
    expect(message, code).toMatch(/^[A-Z].+\.$/);
    expect(message, code).not.toMatch(/POST|undefined|NaN|-[a-z]+-/);
  }
});

test('limits are named when they are known, and never guessed', () => {
  const error = new ImagesError('file-too-large', '');
  const file = { name: 'cat.jpg', size: 15 * 1024 * 1024 };
  expect(getErrorMessage(error)).toBe('Too large.');
  expect(getErrorMessage(error, { file })).toBe('Too large: 15 MB.');
  expect(getErrorMessage(error, { file, maxBytes: 10 * 1024 * 1024 })).toBe(
    'Too large: 15 MB. The limit is 10 MB.',
  );
  const type = new ImagesError('file-type-refused', '');
  expect(getErrorMessage(type, { accept: 'image/png,image/svg+xml' })).toBe(
    'This kind of file is not accepted. Choose PNG or SVG.',
  );
  expect(getErrorMessage(type, { accept: 'image/*' })).toBe('This kind of file is not accepted.');
});

test('what is not ours gets a general sentence, for its message was not written for people', () => {
  expect(getErrorMessage(new TypeError('x is not a function'))).toBe(
    'Something went wrong. Please try again.',
  );
  expect(getErrorMessage(undefined)).toBe('Something went wrong. Please try again.');
});

test('another language replaces the table', () => {
  const german = { ...errorWords, 'file-empty': 'Diese Datei ist leer.' };
  expect(getErrorMessage(new ImagesError('file-empty', ''), {}, german)).toBe(
    'Diese Datei ist leer.',
  );
});
