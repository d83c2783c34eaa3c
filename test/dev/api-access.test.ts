import { describe, expect, test } from 'vitest';
import { apiVectors } from './api-vectors.js';
import { createApi } from './api-client.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

const generalStatus = (code: number) => {
  const vector = apiVectors.generalApiErrors.find((each) => each.code === code);
  return vector?.status ?? vector?.emulatorStatus;
};

describe('who may call the API', () => {
  const call = async (headers: Record<string, string>, method = 'GET', path = 'v2') => {
    const answer = await createApi().call(method, path, { headers });
    return { status: answer.status, code: answer.body.errors[0]?.code, body: answer.body };
  };

  test('the holder of a token, or of the legacy key', async () => {
    expect((await call({ authorization: 'Bearer local-token' })).status).toBe(200);
    expect((await call({ authorization: 'bearer local-token' })).status).toBe(200);
    const legacy = { 'x-auth-email': 'local@example.com', 'x-auth-key': 'local-key' };
    expect((await call(legacy)).status).toBe(200);
  });

  test.each([
    [9106, {}],
    [9106, { 'x-auth-email': 'local@example.com' }],
    [10000, { 'x-auth-email': 'local@example.com', 'x-auth-key': 'wrong' }],
    [9109, { authorization: 'Bearer wrong' }],
    [6003, { authorization: 'local-token' }],
    [6003, { authorization: 'Bearer' }],
  ])('else %i for %j', async (code, headers) => {
    const answer = await call(headers as Record<string, string>);
    expect(answer).toMatchObject({ code, status: generalStatus(code) });
    expect(answer.body).toMatchObject({ success: false, result: null, messages: [] });
  });

  test('says which part of the header was malformed', async () => {
    const { body } = await call({ authorization: 'Basic abc' });
    expect(body.errors[0]).toMatchObject({ error_chain: [{ code: 6111 }] });
  });

  test('reads with a token for reading, and nothing more', async () => {
    const headers = { authorization: 'Bearer local-read-token' };
    for (const path of ['v1', 'v2', 'v1/stats', 'v1/keys', 'v1/variants', 'v1/config']) {
      expect((await call(headers, 'GET', path)).status).toBe(200);
    }
    for (const [method, path] of [
      ['POST', 'v1'],
      ['POST', 'v2/direct_upload'],
      ['PATCH', 'v1/x'],
      ['DELETE', 'v1/x'],
      ['PUT', 'v1/keys/x'],
      ['POST', 'v1/variants'],
      ['PATCH', 'v1/config'],
      ['GET', 'v1/batch_token'],
    ] as const) {
      expect(await call(headers, method, path)).toMatchObject({ status: 403, code: 10000 });
    }
  });

  test('of this account only, and the account hash is told from the id', async () => {
    const { emulator } = createApi();
    const ask = async (account: string) => {
      const url = `https://api.cloudflare.com/client/v4/accounts/${account}/images/v2`;
      const answer = await emulator.fetch(url, {
        headers: { authorization: 'Bearer local-token' },
      });
      return { status: answer.status, error: (await answer.json()).errors[0] };
    };
    expect(await ask('other')).toMatchObject({ status: 403, error: { code: 5403 } });
    expect((await ask('local-hash')).error.message).toContain('account hash');
  });
});

describe('what is no operation', () => {
  test.each([
    ['GET', 'v3', 404, 7003],
    ['GET', 'v1/', 404, 7003],
    ['PUT', 'v2', 405, 7000],
    ['POST', 'v1/keys/x', 405, 7000],
    ['POST', 'v1/direct_upload', 405, 7000],
    ['GET', 'v1/%E0%A4%A', 400, 7003],
  ])('%s %s answers %i', async (method, path, status, code) => {
    const answer = await createApi().call(method, path);
    expect(answer.status).toBe(status);
    expect(answer.body.errors[0]?.code).toBe(code);
  });

  test('says in words what is where on an unknown path', async () => {
    const { emulator } = createApi();
    for (const url of [
      'http://localhost/',
      'http://localhost/elsewhere',
      'https://api.cloudflare.com/x',
    ]) {
      const answer = await emulator.fetch(url);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('/client/v4');
    }
  });
});

describe('an id in a path', () => {
  test.each([
    'keys/default',
    'a/blob',
    'variants/public/flat',
    'a b',
    'a%2Fb',
    'a//b',
    '../../etc',
    'a\0b',
    '__proto__',
    'constructor',
    'ü',
    'a?b#c',
  ])('is decoded once: %j', async (id) => {
    const { call } = createApi({ guesses: { dotSegmentId: 'accept' } });
    const stored = await call('POST', 'v1', { body: uploadForm({ id, file: await samplePng() }) });
    expect(stored.body.result.id).toBe(id);
    const path = `v1/${encodeURIComponent(id)}`;
    expect((await call('GET', path)).body.result.id).toBe(id);
    expect(
      (
        await call('PATCH', path, {
          headers: { authorization: 'Bearer local-token' },
          body: '{"creator":"x"}',
        })
      ).body.result.id,
    ).toBe(id);
    expect((await call('DELETE', path)).status).toBe(200);
    expect((await call('GET', path)).status).toBe(404);
  });

  test.each(['.', '..', 'a/../b', 'a/.'])(
    'of dots, which no URL can hold, is refused: %s',
    async (id) => {
      const { call } = createApi();
      const { status } = await call('POST', 'v1', {
        body: uploadForm({ id, file: await samplePng() }),
      });
      expect(status).toBe(400);
    },
  );

  test('that is a fixed word gives way to it', async () => {
    const { call } = createApi();
    await call('POST', 'v1', { body: uploadForm({ id: 'stats', file: await samplePng() }) });
    expect((await call('GET', 'v1/stats')).body.result).toHaveProperty('count');
  });

  test('does not find what objects inherit', async () => {
    const { call } = createApi();
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect((await call('GET', `v1/${name}`)).status).toBe(404);
      expect((await call('GET', `v1/variants/${name}`)).status).toBe(404);
      expect((await call('DELETE', `v1/keys/${name}`)).status).toBe(404);
    }
  });
});
