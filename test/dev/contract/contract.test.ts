import { afterAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '../../../src/dev/api/find-route.js';
import { createApi } from '../api-client.js';
import { samplePng } from '../sample-image.js';
import { uploadForm } from '../upload-form.js';
import { checkAnswer, nameOperation } from './check-answer.js';
import { results } from './answer-shapes.js';

const authorization = { authorization: 'Bearer local-token' };
const json = (value: unknown) => ({ headers: authorization, body: JSON.stringify(value) });
const form = (fields: Record<string, string | Blob>) => ({ body: uploadForm(fields) });

// One call that works and at least one that does not, for each operation there is.
const samples: Record<string, { path: string; good?: RequestInit; bad: [string, RequestInit?][] }> =
  {
    'POST /v1': { path: 'v1', good: form({ file: await samplePng() }), bad: [['v1', form({})]] },
    'GET /v1': { path: 'v1', bad: [['v1?page=0']] },
    'GET /v1/{image}': { path: 'v1/image', bad: [['v1/none']] },
    'PATCH /v1/{image}': {
      path: 'v1/image',
      good: json({ metadata: { a: 1 } }),
      bad: [
        ['v1/none', json({})],
        ['v1/image', json([])],
      ],
    },
    'DELETE /v1/{image}': { path: 'v1/image', bad: [['v1/none']] },
    'GET /v1/{image}/blob': { path: 'v1/image/blob', bad: [['v1/none/blob']] },
    'GET /v1/keys': { path: 'v1/keys', bad: [['v1/keys', { headers: {} }]] },
    'PUT /v1/keys/{name}': { path: 'v1/keys/new', bad: [['v1/keys/default']] },
    'DELETE /v1/keys/{name}': { path: 'v1/keys/default', bad: [['v1/keys/none']] },
    'GET /v1/stats': { path: 'v1/stats', bad: [['v1/stats', { headers: {} }]] },
    'GET /v1/variants': { path: 'v1/variants', bad: [['v1/variants', { headers: {} }]] },
    'POST /v1/variants': {
      path: 'v1/variants',
      good: json({ id: 'new', options: { width: 1, gravity: 'face' } }),
      bad: [
        ['v1/variants', json({})],
        ['v1/variants', json({ id: 'public', options: {} })],
      ],
    },
    'GET /v1/variants/{id}': { path: 'v1/variants/public', bad: [['v1/variants/none']] },
    'GET /v1/variants/{id}/flat': {
      path: 'v1/variants/public/flat',
      bad: [['v1/variants/none/flat']],
    },
    'PATCH /v1/variants/{id}': {
      path: 'v1/variants/public',
      good: json({ options: { height: 5, blur: 3, browser_ttl: 3600 } }),
      bad: [
        ['v1/variants/none', json({ options: {} })],
        ['v1/variants/public', json({})],
      ],
    },
    'DELETE /v1/variants/{id}': { path: 'v1/variants/public', bad: [['v1/variants/none']] },
    'GET /v1/config': { path: 'v1/config', bad: [['v1/config', { headers: {} }]] },
    'PATCH /v1/config': {
      path: 'v1/config',
      good: json({ browser_ttl: 7200 }),
      bad: [['v1/config', json({ browser_ttl: 1 })]],
    },
    'GET /v1/batch_token': { path: 'v1/batch_token', bad: [['v1/batch_token', { headers: {} }]] },
    'GET /v2': { path: 'v2?meta.a[eq]=1', bad: [['v2?per_page=1']] },
    'POST /v2/direct_upload': {
      path: 'v2/direct_upload',
      good: form({}),
      bad: [['v2/direct_upload', json({})]],
    },
  };

const seen = new Set<string>();

describe.each(Object.entries(samples))('%s', (operation, { path, good, bad }) => {
  const [method = ''] = operation.split(' ');
  const create = async () => {
    const api = createApi();
    const bytes = await samplePng();
    await api.emulator.seed({ images: [{ id: 'image', bytes, metadata: { a: 1 } }] });
    const url = (to: string) =>
      `https://api.cloudflare.com/client/v4/accounts/local-account/images/${to}`;
    return (to: string, init: RequestInit = {}) =>
      api.emulator.fetch(url(to), { method, headers: authorization, ...init });
  };

  test('answers what its contract says', async () => {
    const send = await create();
    const response = await send(path, good);
    expect(response.status).toBe(200);
    seen.add(`${nameOperation(method, path)} 2xx`);
    if (operation.endsWith('/blob')) {
      expect(response.headers.get('content-type')).toBe('image/png');
      return;
    }
    expect(checkAnswer(method, path, 200, await response.json())).toEqual([]);
  });

  test('refuses as every operation refuses', async () => {
    const send = await create();
    for (const [to, init] of bad) {
      const response = await send(to, init);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      seen.add(`${nameOperation(method, to)} 4xx`);
      expect(checkAnswer(method, to, response.status, await response.json())).toEqual([]);
    }
  });
});

afterAll(() => {
  const operations = [...Object.keys(results), 'GET /v1/{image}/blob'];
  const wanted = operations.flatMap((name) => [`${name} 2xx`, `${name} 4xx`]);
  expect([...seen].sort()).toEqual(wanted.sort());
});

test('every route of the emulator is in the contract', () => {
  const count = apiRoutes.reduce((sum, { methods }) => sum + Object.keys(methods).length, 0);
  expect(Object.keys(samples)).toHaveLength(count);
});
