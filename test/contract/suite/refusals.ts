import { describe, expect, test } from 'vitest';
import { operations } from '../schema/operations.js';
import { form, json, picture } from './sample-forms.js';
import type { Subject } from './subject.js';

/** Wrong tokens everywhere; throttling and outages everywhere they can be made to happen. */
export function describeRefusals(current: () => Subject): void {
  describe.each(operations)('$name', ({ host, method, path }) => {
    const call = (init: { token?: string; faulty?: boolean }) => {
      const real = path.replace(/\{[a-z_]+\}/, 'anything');
      const body = method === 'PATCH' ? json({}) : method === 'POST' ? { body: form() } : {};
      return host === 'api'
        ? current().api(method, real.replace(/^\/images/, ''), { ...body, ...init })
        : current().batch(method, real, { ...body, ...init });
    };

    test('refuses a token that it does not know', async () => {
      if (current().kind === 'live' && path.endsWith('/config')) return;
      const refused = await call({ token: 'nobodys-token' });
      expect([400, 401, 403]).toContain(refused.status);
    });

    test('says 429 and 5xx in the same envelope', async () => {
      const { emulator } = current();
      if (!emulator) return;
      emulator.faults.add({ host, method, status: 429, code: 971 });
      expect((await call({ faulty: true })).json.errors[0].code).toBe(971);
      emulator.faults.add({ host, method, status: 503, code: 5503 });
      expect((await call({ faulty: true })).status).toBe(503);
      emulator.faults.add({ host, method, status: 500, text: true });
      expect((await call({ faulty: true })).text).toMatch(/^ERROR 5500: /);
    });
  });

  describe('the API', () => {
    test('asks for credentials in one of two ways', async () => {
      const { api, kind } = current();
      expect((await api('GET', '/v1/stats', { token: null })).status).toBe(400);
      const malformed = await api('GET', '/v1/stats', {
        token: null,
        headers: { authorization: 'Basic abc' },
      });
      expect(malformed.status).toBe(400);
      expect(malformed.json.errors[0].code).toBe(6003);
      if (kind === 'live') return;
      const legacy = { 'x-auth-email': 'local@example.com', 'x-auth-key': 'local-key' };
      expect((await api('GET', '/v1/stats', { token: null, headers: legacy })).status).toBe(200);
      const reader = await api('PUT', '/v1/keys/a', { token: 'local-read-token' });
      expect(reader.status).toBe(403);
    });

    test('knows no other paths and no other methods', async () => {
      const { api, ask } = current();
      expect((await api('GET', '/v3')).status).toBeGreaterThanOrEqual(400);
      expect((await api('PUT', '/v1/stats')).status).toBeGreaterThanOrEqual(400);
      const root = 'https://api.cloudflare.com/client/v4';
      expect((await ask(`${root}/zones/none/settings`)).status).toBeGreaterThanOrEqual(400);
    });
  });

  describe('the upload host and delivery', () => {
    test('fail in their own ways', async () => {
      const { api, ask, emulator, accountHash } = current();
      if (!emulator) return;
      const { uploadURL } = (await api('POST', '/v2/direct_upload', { body: form() })).json.result;
      const body = form({ file: await picture() });
      const send = () => ask(uploadURL, { method: 'POST', body, faulty: true });
      emulator.faults.add({ host: 'upload', status: 429, code: 971 });
      expect((await send()).status).toBe(429);
      emulator.faults.add({ host: 'upload', status: 415, code: 5550 });
      expect((await send()).status).toBe(415);
      emulator.faults.add({ host: 'upload', status: 500, text: true });
      expect((await send()).text).toMatch(/^ERROR 5500: /);
      emulator.faults.add({ host: 'upload', successFalse: true });
      expect((await send()).json.success).toBe(false);
      for (const place of [
        `https://imagedelivery.net/${accountHash}/a/b`,
        `https://img.example.com/cdn-cgi/imagedelivery/${accountHash}/a/b`,
        'https://img.example.com/cdn-cgi/image/width=1/a.png',
      ]) {
        emulator.faults.add({ host: 'delivery', status: 503, code: 9522, text: true });
        expect((await ask(place, { faulty: true })).text).toMatch(/^ERROR 9522: /);
      }
    });
  });
}
