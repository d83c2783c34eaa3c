import { describe, expect, test } from 'vitest';
import { apiVectors } from './api-vectors.js';
import { createApi } from './api-client.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

const json = (value: unknown) => ({
  headers: { authorization: 'Bearer local-token', 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

describe('variants', () => {
  test('are a map that begins with public', async () => {
    const { call } = createApi();
    expect((await call('GET', 'v1/variants')).body.result).toEqual({
      variants: {
        public: {
          id: 'public',
          options: { fit: 'scale-down', width: 1366, height: 768, metadata: 'none' },
          neverRequireSignedURLs: false,
        },
      },
    });
  });

  test('are made, read both ways, changed and deleted', async () => {
    const { call, emulator } = createApi();
    const made = await call('POST', 'v1/variants', json({ id: 'thumb', options: { width: 20 } }));
    const thumb = {
      id: 'thumb',
      options: { fit: 'scale-down', metadata: 'none', width: 20 },
      neverRequireSignedURLs: false,
    };
    expect(made.body.result).toEqual({ variant: thumb });
    expect((await call('GET', 'v1/variants/thumb')).body.result).toEqual({ variant: thumb });
    expect((await call('GET', 'v1/variants/thumb/flat')).body.result).toEqual(thumb);
    const file = await samplePng({ width: 40, height: 40 });
    const stored = (await call('POST', 'v1', { body: uploadForm({ file, id: 'a' }) })).body.result;
    expect(stored.variants).toEqual([
      'https://imagedelivery.net/local-hash/a/public',
      'https://imagedelivery.net/local-hash/a/thumb',
    ]);
    const changed = await call(
      'PATCH',
      'v1/variants/thumb',
      json({ options: { height: 10, fit: 'cover' }, neverRequireSignedURLs: true }),
    );
    const next = {
      id: 'thumb',
      options: { fit: 'cover', metadata: 'none', height: 10 },
      neverRequireSignedURLs: true,
    };
    expect(changed.body.result).toEqual({ variant: next });
    const kept = await call('PATCH', 'v1/variants/thumb', json({ options: next.options }));
    expect(kept.body.result.variant.neverRequireSignedURLs).toBe(true);
    expect((await call('DELETE', 'v1/variants/thumb')).body.result).toEqual({});
    for (const path of ['v1/variants/thumb', 'v1/variants/thumb/flat']) {
      const gone = await call('GET', path);
      expect(gone.status).toBe(404);
      expect(gone.body.errors[0]?.code).toBe(5401);
    }
    const delivered = await emulator.fetch('https://imagedelivery.net/local-hash/a/thumb');
    expect(delivered.status).toBe(403);
  });

  test.each([
    {},
    { id: 'a' },
    { options: {} },
    { id: '', options: {} },
    { id: 'x'.repeat(100), options: {} },
    { id: 'a/b', options: {} },
    { id: 'w=1', options: {} },
    { id: 'a', options: [] },
    { id: 'a', options: { fit: 'squeeze' } },
    { id: 'a', options: { width: 0 } },
    { id: 'a', options: { height: '10' } },
    { id: 'a', options: { metadata: 'all' } },
    { id: 'a', options: { browser_ttl: 3599 } },
    { id: 'a', options: { browser_ttl: 31_536_001 } },
    { id: 'a', options: { blur: 251 } },
    { id: 'a', options: {}, neverRequireSignedURLs: 'yes' },
  ])('refuse %j', async (body) => {
    const { status, body: answer } = await createApi().call('POST', 'v1/variants', json(body));
    expect(status).toBe(400);
    expect(answer.errors[0]?.code).toBe(5400);
  });

  test('take the bounds of every option the vectors list, and its default', async () => {
    for (const { name, values, min, max } of apiVectors.variantOptions) {
      for (const value of values ?? [min, max].filter((bound) => bound != null)) {
        const body = json({ id: 'a', options: { [name]: value } });
        const { status, body: answer } = await createApi().call('POST', 'v1/variants', body);
        expect([name, value, status]).toEqual([name, value, 200]);
        expect(answer.result.variant.options[name]).toBe(value);
      }
    }
    const { result } = (
      await createApi().call('POST', 'v1/variants', json({ id: 'a', options: {} }))
    ).body;
    for (const { name, default: fallback } of apiVectors.variantOptions) {
      expect(result.variant.options[name]).toBe(fallback);
    }
  });

  test('say which options no variant has', async () => {
    const options = { width: 10, gravity: 'face', quality: 80 };
    const { body } = await createApi().call('POST', 'v1/variants', json({ id: 'a', options }));
    expect(body.result.variant.options).not.toHaveProperty('gravity');
    expect(body.messages[0]?.message).toContain('options.gravity, options.quality');
  });

  test('are one of a kind and at most a hundred', async () => {
    const { call } = createApi();
    const make = (id: string) => call('POST', 'v1/variants', json({ id, options: { width: 1 } }));
    expect((await make('public')).status).toBe(409);
    for (let index = 1; index < 100; index += 1) expect((await make(`v${index}`)).status).toBe(200);
    const full = await make('more');
    expect(full.status).toBe(403);
    expect(full.body.errors[0]?.code).toBe(5453);
  });
});

describe('signing keys', () => {
  test('are made by name, without a body, and never run out', async () => {
    const { call } = createApi();
    const [first] = (await call('GET', 'v1/keys')).body.result.keys;
    expect(first).toEqual({ name: 'default', value: expect.stringMatching(/^[\w+/]{32}$/) });
    const two = (await call('PUT', 'v1/keys/second%20one')).body.result.keys;
    expect(two).toEqual([first, { name: 'second one', value: expect.any(String) }]);
    expect((await call('PUT', 'v1/keys/default')).status).toBe(409);
    expect((await call('PUT', `v1/keys/${'x'.repeat(20)}`)).status).toBe(200);
    expect((await call('PUT', `v1/keys/${'x'.repeat(21)}`)).status).toBe(400);
    await call('DELETE', `v1/keys/${'x'.repeat(20)}`);
    expect((await call('DELETE', 'v1/keys/default')).body.result.keys).toHaveLength(1);
    const last = (await call('DELETE', 'v1/keys/second%20one')).body.result.keys;
    expect(last).toEqual([{ name: 'default', value: expect.any(String) }]);
    expect(last[0].value).not.toBe(first.value);
    expect((await call('DELETE', 'v1/keys/none')).status).toBe(404);
  });
});

describe('the config', () => {
  test('changes what is named and answers the whole', async () => {
    const { call, emulator } = createApi();
    const whole = {
      flexible_variants: false,
      browser_ttl: 172_800,
      preserve_content_credentials: false,
    };
    expect((await call('GET', 'v1/config')).body.result).toEqual(whole);
    await call('POST', 'v1', { body: uploadForm({ id: 'a', file: await samplePng() }) });
    const flexible = () => emulator.fetch('https://imagedelivery.net/local-hash/a/w=4');
    expect((await flexible()).status).toBe(403);
    const changed = await call('PATCH', 'v1/config', json({ flexible_variants: true }));
    expect(changed.body.result).toEqual({ ...whole, flexible_variants: true });
    expect((await flexible()).status).toBe(200);
    await call('PATCH', 'v1/config', json({ browser_ttl: 3600 }));
    const named = await emulator.fetch('https://imagedelivery.net/local-hash/a/public');
    expect(named.headers.get('cache-control')).toContain('max-age=3600');
  });

  test.each([{ flexible_variants: 1 }, { browser_ttl: 60 }, { browser_ttl: '3600' }])(
    'refuses %j',
    async (body) => {
      expect((await createApi().call('PATCH', 'v1/config', json(body))).status).toBe(400);
    },
  );

  test('answers nothing when told to guess so', async () => {
    const { call } = createApi({ guesses: { configResult: 'empty' } });
    expect((await call('GET', 'v1/config')).body.result).toEqual({});
  });
});

describe('the batch host', () => {
  const ask = async (
    emulator: ReturnType<typeof createApi>['emulator'],
    token: string,
    method: string,
    path: string,
    body: BodyInit | null = null,
  ) => {
    const answer = await emulator.fetch(`https://batch.imagedelivery.net${path}`, {
      method,
      body,
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, body: await answer.json() };
  };

  test('does the work of many with a token of an hour', async () => {
    const { call, emulator } = createApi();
    const { token, expiresAt } = (await call('GET', 'v1/batch_token')).body.result;
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now() + 3_500_000);
    const upload = uploadForm({ id: 'a/b', file: await samplePng() });
    expect((await ask(emulator, token, 'POST', '/images/v1', upload)).body.result.id).toBe('a/b');
    expect((await ask(emulator, token, 'GET', '/images/v2')).body.result.images).toHaveLength(1);
    const patch = await ask(emulator, token, 'PATCH', '/images/v1/a%2Fb', '{"creator":"x"}');
    expect(patch.body.result.creator).toBe('x');
    const ticket = await ask(emulator, token, 'POST', '/images/v2/direct_upload', new FormData());
    expect(ticket.body.result.uploadURL).toContain('https://upload.imagedelivery.net/');
    expect((await ask(emulator, token, 'DELETE', '/images/v1/a/b')).status).toBe(200);
    emulator.clock.advance(3_600_000);
    expect((await ask(emulator, token, 'GET', '/images/v2')).status).toBe(403);
  });

  test('takes no other token, and has no other operation', async () => {
    const { call, emulator } = createApi();
    const { token } = (await call('GET', 'v1/batch_token')).body.result;
    expect((await ask(emulator, 'local-token', 'GET', '/images/v2')).status).toBe(403);
    const forged = token.replace(/^batch\.\d+/, 'batch.9999999999999');
    expect((await ask(emulator, forged, 'GET', '/images/v2')).status).toBe(403);
    for (const path of ['/images/v1/keys', '/images/v1/stats', '/images/v1/config', '/other']) {
      expect((await ask(emulator, token, 'GET', path)).status).toBe(404);
    }
    const other = createApi({ token: 'another' });
    expect((await ask(other.emulator, token, 'GET', '/images/v2')).status).toBe(403);
  });
});

describe('rate limiting', () => {
  test('is off unless asked for', async () => {
    const { headers } = await createApi().call('GET', 'v2');
    expect(headers.has('ratelimit')).toBe(false);
  });

  test('counts down, refuses for a window, and begins anew', async () => {
    const { call, emulator } = createApi({ rateLimit: { requests: 2, windowSeconds: 300 } });
    const first = await call('GET', 'v2');
    expect(first.headers.get('ratelimit')).toMatch(/^"default";r=1;t=300$/);
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=2;w=300');
    expect(first.headers.has('retry-after')).toBe(false);
    await call('GET', 'v2');
    emulator.clock.advance(200_000);
    const refused = await call('GET', 'v2');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('300');
    expect(refused.body.errors[0]).toEqual({
      code: 971,
      message: 'Please wait and consider throttling your request speed',
    });
    emulator.clock.advance(299_000);
    expect((await call('GET', 'v2')).status).toBe(429);
    expect(
      (await call('GET', 'v2', { headers: { authorization: 'Bearer local-read-token' } })).status,
    ).toBe(200);
    emulator.clock.advance(2_000);
    expect((await call('GET', 'v2')).status).toBe(200);
  });
});
