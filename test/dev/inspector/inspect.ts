import { createEmulator, type EmulatorOptions } from '../../../src/dev.js';

/** An emulator and its inspector, asked as the page asks: from its own origin. */
export function createInspected(options: EmulatorOptions = {}) {
  const emulator = createEmulator(options);
  const origin = 'http://localhost:8788';
  const ask = (path: string, init: RequestInit = {}) =>
    emulator.fetch(`${origin}/__cf-images${path}`, {
      ...init,
      headers: { 'sec-fetch-site': 'same-origin', ...init.headers },
    });
  const read = async (path: string, init: RequestInit = {}) => {
    const response = await ask(path, init);
    // Each test names what it expects.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return { status: response.status, body: (await response.json()) as any };
  };
  const act = (method: string, path: string, body?: unknown) =>
    read(path, {
      method,
      headers: { origin, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { emulator, origin, ask, read, act };
}
