import { inspect } from 'node:util';
import Cloudflare from 'cloudflare';
import { createClient } from 'cloudflare/tree-shakable';
import { afterEach, describe, expect, test } from 'vitest';
import type { ServedEmulator, ServeEmulatorOptions } from '../../../src/dev.js';
import { picture } from '../suite/sample-forms.js';
import { startWithSdk } from './sdk-client.js';

// What the official client 7.3.0 does on the wire that a caller would not expect. Each is a fault
// that our own client must not have; here the emulator shows that it meets them as they are. One
// that disappears in a newer version fails here, which is how we will hear of it.
const running: ServedEmulator[] = [];
const start: typeof startWithSdk = async (options?: ServeEmulatorOptions, settings = {}) => {
  const started = await startWithSdk(options, settings);
  running.push(started.emulator);
  return started;
};
afterEach(() => Promise.all(running.splice(0).map((emulator) => emulator.close())));

/** A client whose requests are kept as they would have left. */
async function startRecording() {
  const bodies: string[] = [];
  const started = await start(
    {},
    {
      fetch: async (input, init) => {
        const request = new Request(input as RequestInfo, init as RequestInit);
        // It tries out once what FormData becomes, on a data: URL.
        if (!request.url.startsWith('data:')) bodies.push(await request.clone().text());
        return fetch(request);
      },
    },
  );
  return { ...started, bodies };
}

const namedFile = async () => new File([await picture()], 'cat.png', { type: 'image/png' });

describe('a known wire fault of the official client', () => {
  test('metadata given as an object goes out as metadata[...] and becomes text', async () => {
    const { client, account, bodies } = await startRecording();
    const metadata = { stars: 4, owner: { name: 'ann' }, tags: ['a', 'b'] };
    const image = await client.images.v1.create({ ...account, file: await namedFile(), metadata });
    for (const name of ['metadata[stars]', 'metadata[owner][name]', 'metadata[tags][]']) {
      expect(bodies[0]).toContain(`name="${name}"`);
    }
    expect(image.meta).toEqual({ stars: '4', owner: { name: 'ann' }, tags: ['a', 'b'] });
  });

  test('the emulator says so in messages', async () => {
    const { client, account } = await start();
    const file = await namedFile();
    const response = await client.images.v1
      .create({ ...account, file, metadata: { a: 1 } })
      .asResponse();
    const { messages } = (await response.json()) as { messages: { message: string }[] };
    expect(messages[0]?.message).toContain('metadata[a]');
  });

  test('empty metadata sends nothing at all', async () => {
    const { client, account, bodies } = await startRecording();
    await client.images.v2.directUploads.create({ ...account, metadata: {} });
    expect(bodies[0]).not.toContain('metadata');
  });

  test('a direct upload without options is a form of its closing boundary alone', async () => {
    const { client, account, bodies } = await startRecording();
    const { id } = await client.images.v2.directUploads.create(account);
    expect(bodies[0]?.trim()).toMatch(/^--[^\r\n]+--$/);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('a Blob without a name is dropped in silence', async () => {
    const { client, account, bodies } = await startRecording();
    // A Blob is no Uploadable in its types either; callers in plain JavaScript do not see those.
    const file = (await picture()) as never;
    const create = client.images.v1.create({ ...account, file });
    await expect(create).rejects.toMatchObject({ status: 400 });
    expect(bodies[0]).not.toContain('name="file"');
  });

  test('a Date as expiry is dropped in silence, and half an hour stands', async () => {
    const { client, account, bodies, emulator } = await startRecording();
    const expiry = new Date(Date.now() + 4 * 3_600_000) as never;
    const { id } = await client.images.v2.directUploads.create({ ...account, expiry });
    expect(bodies[0]).not.toContain('expiry');
    const { images } = await emulator.snapshot();
    const ends = images.find((image) => image.id === id)?.expiresAt ?? 0;
    expect(ends).toBeLessThan(Date.now() + 31 * 60_000);
  });

  test('iterating the v1 list yields nothing, for it reads items where images is sent', async () => {
    const { client, account } = await start();
    await client.images.v1.create({ ...account, file: await namedFile() });
    const found: unknown[] = [];
    for await (const each of client.images.v1.list(account)) found.push(each);
    expect(found).toEqual([]);
    const page = await client.images.v1.list(account);
    expect((page.result as { images?: unknown[] }).images).toHaveLength(1);
  });

  test('the v2 list cannot be iterated', async () => {
    const { client, account } = await start();
    const listing = client.images.v2.list(account);
    expect(Symbol.asyncIterator in listing).toBe(false);
    await listing;
  });

  test('HTTP 200 with success: false resolves to null', async () => {
    const { client, account, emulator } = await start();
    emulator.faults.add({ host: 'api', successFalse: true });
    await expect(client.images.v1.stats.get(account)).resolves.toBeNull();
  });

  test.each([409, 429, 500, 503])('%i sends the whole upload three times', async (status) => {
    const { client, account, emulator } = await start();
    const headers = { 'retry-after-ms': '1' };
    emulator.faults.add({ host: 'api', status, headers, times: Number.POSITIVE_INFINITY });
    const file = await namedFile();
    await expect(client.images.v1.create({ ...account, file })).rejects.toMatchObject({ status });
    expect(emulator.requests.list().filter(({ method }) => method === 'POST')).toHaveLength(3);
  });

  test.each([400, 404])('%i is sent once', async (status) => {
    const { client, account, emulator } = await start();
    emulator.faults.add({ host: 'api', status, times: Number.POSITIVE_INFINITY });
    await expect(client.images.v1.stats.get(account)).rejects.toMatchObject({ status });
    expect(emulator.requests.list()).toHaveLength(1);
  });

  test('its debug log holds signing keys and one-time upload URLs', async () => {
    const lines: string[] = [];
    const write = (...parts: unknown[]) => void lines.push(inspect(parts, { depth: 9 }));
    const logger = { debug: write, info: write, warn: write, error: write };
    const { client, account, emulator } = await start({}, { logLevel: 'debug', logger });
    const { keys } = await client.images.v1.keys.list(account);
    const { uploadURL } = await client.images.v2.directUploads.create(account);
    const log = lines.join('\n');
    expect(log).toContain(keys?.[0]?.value);
    expect(log).toContain(uploadURL);
    expect(log).not.toContain(emulator.token);
  });

  test('inspect shows the token, and so does JSON of a client without resources', async () => {
    const { client } = await start({ token: 'a-secret-of-ours' });
    expect(inspect(client)).toContain('a-secret-of-ours');
    const bare = createClient({ apiToken: 'a-secret-of-ours', resources: [] });
    expect(JSON.stringify(bare)).toContain('a-secret-of-ours');
    // Its resources point back at it: the whole client cannot be written as JSON at all.
    expect(() => JSON.stringify(client)).toThrow(/circular/);
  });

  test.each([
    [400, Cloudflare.BadRequestError],
    [401, Cloudflare.AuthenticationError],
    [403, Cloudflare.PermissionDeniedError],
    [404, Cloudflare.NotFoundError],
    [409, Cloudflare.ConflictError],
    [422, Cloudflare.UnprocessableEntityError],
    [429, Cloudflare.RateLimitError],
    [500, Cloudflare.InternalServerError],
  ])('%i is an error class of its own that carries the envelope', async (status, Kind) => {
    const { client, account, emulator } = await start({}, { maxRetries: 0 });
    emulator.faults.add({ host: 'api', status, code: 5404, message: 'Image not found' });
    const error: unknown = await client.images.v1.stats.get(account).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(Kind);
    expect(error).toMatchObject({ errors: [{ code: 5404, message: 'Image not found' }] });
  });
});
