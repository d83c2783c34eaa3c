import { expect } from 'vitest';
import { checkAnswer } from './contract/check-answer.js';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/dev.js';

/** An answer of the API, read. */
export interface Answer {
  status: number;
  headers: Headers;
  body: {
    success: boolean;
    errors: { code: number; message: string }[];
    messages: { code: number; message: string }[];
    // The shapes differ by endpoint; tests name what they expect.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    result: any;
  };
}

/** Calls an emulator's API with its own token, without a socket. */
export function createApi(options: EmulatorOptions = {}) {
  const emulator: Emulator = createEmulator(options);
  const call = async (method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await emulator.fetch(
      `https://api.cloudflare.com/client/v4/accounts/${emulator.accountId}/images/${path}`,
      { method, headers: { authorization: `Bearer ${emulator.token}` }, ...init },
    );
    const body = await response.json();
    // Whatever a test is about, each answer on its way also has to keep the contract.
    expect(checkAnswer(method, path, response.status, body)).toEqual([]);
    return { status: response.status, headers: response.headers, body };
  };
  const post = async (url: string, body: FormData): Promise<Answer> => {
    const response = await emulator.fetch(url, { method: 'POST', body });
    const answer = await response.json();
    // The upload host answers an image as `POST /images/v1` does.
    expect(checkAnswer('POST', 'v1', response.status, answer)).toEqual([]);
    return { status: response.status, headers: response.headers, body: answer };
  };
  return { emulator, call, post };
}
