import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createImagesClient } from '../../../src/server.js';
import { success } from '../scripted-service.js';
import { apiToken, connect, image } from './connect.js';

describe('construction', () => {
  it.each([
    [{ accountId: '', apiToken }, 'token-missing', 'accountId is empty'],
    [{ accountId: 'acc', apiToken: ' \n' }, 'token-missing', 'Cloudflare Images: Edit'],
    [{ accountId: 'a/b', apiToken }, 'invalid-option', 'accountId may hold'],
    [{ accountId: '..', apiToken }, 'invalid-option', 'accountId may hold'],
    [{ accountId: 'acc', apiToken: `${apiToken}\nx` }, 'invalid-option', 'apiToken holds a space'],
  ])('refuses %j with what to do', (options, code, words) => {
    let error: unknown;
    try {
      createImagesClient(options);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(inspect(error)).not.toContain(apiToken);
  });

  it('refuses to run where a document exists', () => {
    Object.defineProperty(globalThis, 'document', { value: {}, configurable: true });
    try {
      expect(() => createImagesClient({ accountId: 'acc', apiToken })).toThrow(/in a browser/);
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
  });

  it('takes a token with the line break of a file', async () => {
    const { client, seen } = await connect([success(image)], { apiToken: `${apiToken}\n` });
    await client.get('cat');
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${apiToken}`);
  });
});
