import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { form, json, picture } from './sample-forms.js';
import type { Subject } from './subject.js';

const root = 'https://imagedelivery.net';

/** imagedelivery.net; on the emulator also the two paths of a zone. */
export function describeDelivery(current: () => Subject): void {
  const store = async (fields: Record<string, string> = {}) => {
    const { api, later } = current();
    const body = form({ file: await picture(), ...fields });
    const { id } = (await api('POST', '/v1', { body })).json.result as { id: string };
    later('DELETE', `/v1/${encodeURIComponent(id)}`);
    return id;
  };

  describe('a delivered image', () => {
    test('comes by variant, is revalidated, and says so when it is not there', async () => {
      const { ask, accountHash } = current();
      const url = `${root}/${accountHash}/${await store()}/public`;
      const first = await ask(url);
      expect(first.status).toBe(200);
      expect(first.headers.get('cache-control')).toContain('stale-while-revalidate=7200');
      const etag = first.headers.get('etag') ?? '';
      expect((await ask(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect((await ask(`${root}/${accountHash}/${crypto.randomUUID()}/public`)).status).toBe(404);
      const unknown = await ask(url.replace(/public$/, 'no-such-variant'));
      expect(unknown.status).toBe(403);
      expect(unknown.text).toMatch(/^ERROR 9425/);
      const stranger = await ask(url.replace(accountHash, 'AAAAAAAAAAAAAAAAAAAAAA'));
      expect(stranger.text).toMatch(/^ERROR 9427/);
    });

    test('is private until it is signed', async () => {
      const { api, ask, accountHash } = current();
      const id = await store({ requireSignedURLs: 'true' });
      const path = `/${accountHash}/${id}/public`;
      expect((await ask(root + path)).status).toBe(403);
      const { keys } = (await api('GET', '/v1/keys')).json.result;
      const exp = Math.floor(Date.now() / 1000) + 600;
      const sign = (text: string) =>
        createHmac('sha256', keys[0].value as string)
          .update(text)
          .digest('hex');
      const signed = `${path}?exp=${exp}`;
      expect((await ask(`${root}${signed}&sig=${sign(signed)}`)).status).toBe(200);
      expect((await ask(`${root}${signed}&sig=${sign('else')}`)).status).toBe(403);
      const past = `${path}?exp=1631289275`;
      expect((await ask(`${root}${past}&sig=${sign(past)}`)).status).toBe(403);
    });

    test('takes options once flexible variants are on', async () => {
      const { api, ask, accountHash, kind } = current();
      if (kind === 'live') return;
      const base = `${root}/${accountHash}/${await store()}`;
      const asked = await ask(`${base}/width=10,fit=scale-down,format=json`);
      expect(asked.json).toMatchObject({ width: 10, height: 5 });
      await api('PATCH', '/v1/config', json({ flexible_variants: false }));
      const refused = await ask(`${base}/width=10`);
      expect(refused.status).toBe(403);
      expect(refused.text).toMatch(/^ERROR 9429/);
      await api('PATCH', '/v1/config', json({ flexible_variants: true }));
    });

    test('comes from every zone of the account too', async () => {
      const { ask, accountHash, kind } = current();
      if (kind === 'live') return;
      const url = `https://img.example.com/cdn-cgi/imagedelivery/${accountHash}/${await store()}/public`;
      const first = await ask(url);
      const etag = first.headers.get('etag') ?? '';
      expect((await ask(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect((await ask(url.replace(/public$/, 'none'))).status).toBe(403);
      expect((await ask(url, { method: 'POST' })).status).toBe(405);
    });
  });

  describe('a remote image', () => {
    test('is transformed, revalidated, refused, or left to its own zone', async () => {
      const { ask, kind } = current();
      if (kind === 'live') return;
      const zone = 'https://www.cloudflare.com';
      const base = `${zone}/cdn-cgi/image`;
      const url = `${base}/width=10/img/logo-web-badges/cf-logo-on-white-bg.svg`;
      const first = await ask(url);
      expect(first.status).toBe(200);
      const etag = first.headers.get('etag') ?? '';
      expect((await ask(url, { headers: { 'if-none-match': etag } })).status).toBe(304);
      expect((await ask(`${base}/width=10/none.png`)).status).toBe(404);
      const redirected = await ask(`${base}/width=10,onerror=redirect/none.png`);
      expect(redirected.status).toBe(307);
      expect(redirected.headers.get('location')).toBe('/none.png');
    });
  });
}
