import { describe, expect, test } from 'vitest';
import { json } from './sample-forms.js';
import type { Subject } from './subject.js';

/** Variants, keys, stats, settings. */
export function describeAccount(current: () => Subject): void {
  describe('the variants of an account', () => {
    test('are made, read in three shapes, changed and deleted', async () => {
      const { api, name } = current();
      const id = name('wide').replaceAll('-', '');
      const options = { fit: 'cover', width: 300, height: 200, metadata: 'none' };
      const made = await api('POST', '/v1/variants', json({ id, options }));
      expect(made.json.result.variant).toMatchObject({ id, options });

      expect((await api('GET', '/v1/variants')).json.result.variants[id]).toMatchObject({ id });
      expect((await api('GET', `/v1/variants/${id}`)).json.result.variant).toMatchObject({ id });
      expect((await api('GET', `/v1/variants/${id}/flat`)).json.result).toMatchObject({ id });

      const changes = { options: { ...options, width: 400 }, neverRequireSignedURLs: true };
      const changed = await api('PATCH', `/v1/variants/${id}`, json(changes));
      expect(changed.json.result.variant).toMatchObject(changes);
      expect((await api('DELETE', `/v1/variants/${id}`)).status).toBe(200);
      expect((await api('GET', `/v1/variants/${id}`)).status).toBe(404);
    });

    test('may be as short as the documentation writes them', async () => {
      const { api, name } = current();
      const id = name('ttl').replaceAll('-', '');
      const options = { width: 100, browser_ttl: 86_400 };
      const made = await api('POST', '/v1/variants', json({ id, options }));
      expect(made.json.result.variant.options).toMatchObject(options);
      await api('DELETE', `/v1/variants/${id}`);
    });

    test('are refused when they are wrong, and missing when they are not there', async () => {
      const { api, name } = current();
      const id = name('none').replaceAll('-', '');
      const options = { fit: 'stretch', width: 1, height: 1, metadata: 'none' };
      expect((await api('POST', '/v1/variants', json({ id, options }))).status).toBe(400);
      for (const [method, tail] of [
        ['GET', ''],
        ['GET', '/flat'],
        ['PATCH', ''],
        ['DELETE', ''],
      ] as const) {
        const body = method === 'PATCH' ? json({ options: { width: 10 } }) : {};
        expect((await api(method, `/v1/variants/${id}${tail}`, body)).status).toBe(404);
      }
    });
  });

  describe('the signing keys of an account', () => {
    test('come and go by name, without a body', async () => {
      const { api, name } = current();
      const key = name('key');
      const names = (answer: { json: { result: { keys: { name: string }[] } } }) =>
        answer.json.result.keys.map((each) => each.name);
      const before = names(await api('GET', '/v1/keys'));
      expect(names(await api('PUT', `/v1/keys/${key}`))).toContain(key);
      expect(names(await api('DELETE', `/v1/keys/${key}`))).toEqual(before);
      expect((await api('DELETE', `/v1/keys/${key}`)).status).toBeGreaterThanOrEqual(400);
      const long = await api('PUT', `/v1/keys/${'k'.repeat(21)}`);
      expect(long.status).toBeGreaterThanOrEqual(400);
    });
  });

  describe('an account', () => {
    test('counts its images', async () => {
      const { result } = (await current().api('GET', '/v1/stats')).json;
      expect(result.count.allowed).toBeGreaterThan(0);
    });

    test('keeps its settings, where they may be tried', async () => {
      const { api, kind } = current();
      if (kind === 'live') return;
      const changed = await api('PATCH', '/v1/config', json({ browser_ttl: 7200 }));
      expect(changed.status).toBe(200);
      expect((await api('GET', '/v1/config')).json.result).toEqual(changed.json.result);
      const refused = await api('PATCH', '/v1/config', json({ browser_ttl: 60 }));
      expect(refused.status).toBe(400);
      await api('PATCH', '/v1/config', json({ browser_ttl: 172_800 }));
    });
  });
}
