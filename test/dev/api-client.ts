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
    return { status: response.status, headers: response.headers, body };
  };
  const post = async (url: string, body: FormData): Promise<Answer> => {
    const response = await emulator.fetch(url, { method: 'POST', body });
    const answer = await response.json();
    return { status: response.status, headers: response.headers, body: answer };
  };
  return { emulator, call, post };
}
