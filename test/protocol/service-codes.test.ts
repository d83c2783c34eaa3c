import { expect, it } from 'vitest';
import { codeOfServiceNumber, isServiceTrouble } from '../../src/protocol/service-codes.js';
import { createServiceFailure } from '../../src/server/client/service-failure.js';
import { readUploadAnswer } from '../../src/upload/upload-answer.js';

const numbers = Object.keys(codeOfServiceNumber).map(Number);

it.each([...numbers, 5500, 5550, 5599])('means the same at both ends: %i', (code) => {
  const errors = [{ code, message: 'no' }];
  const body = JSON.stringify({ success: false, errors });
  const upload = readUploadAnswer({ status: 400, body, header: () => null }, 'a', 'a.png');
  const api = createServiceFailure({
    doing: 'Asking',
    status: 400,
    errors,
    contentType: null,
    ray: null,
  });
  const expected = isServiceTrouble(code) ? 'service-error' : codeOfServiceNumber[code];
  expect(upload.kind === 'failed' && upload.error.code).toBe(expected);
  expect(api.code).toBe(expected);
});

it.each([5499, 5600, 0])('%i is no trouble of the service', (code) => {
  expect(isServiceTrouble(code)).toBe(false);
});
