import { describe, expect, test } from 'vitest';
import { form, json, picture } from './sample-forms.js';
import type { Subject } from './subject.js';

/** Tickets, the upload host, drafts. */
export function describeDirectUploads(current: () => Subject): void {
  const ticketFor = async (fields: Record<string, string> = {}) => {
    const answer = await current().api('POST', '/v2/direct_upload', { body: form(fields) });
    expect(answer.status).toBe(200);
    const { id, uploadURL } = answer.json.result as { id: string; uploadURL: string };
    current().later('DELETE', `/v1/${encodeURIComponent(id)}`);
    return { id, uploadURL };
  };
  const send = (url: string, body: FormData) => current().ask(url, { method: 'POST', body });

  describe('a direct creator upload', () => {
    test('goes from ticket to draft to image', async () => {
      const { api, accountHash } = current();
      const { id, uploadURL } = await ticketFor({ metadata: '{"album":"cats"}' });
      expect(uploadURL).toBe(`https://upload.imagedelivery.net/${accountHash}/${id}`);
      expect((await api('GET', `/v1/${id}`)).json.result).toMatchObject({ id, draft: true });

      const stored = await send(uploadURL, form({ file: await picture() }));
      expect(stored.json.result).toMatchObject({ id, meta: { album: 'cats' } });
      expect((await api('GET', `/v1/${id}`)).json.result).not.toHaveProperty('draft');
    });

    test('lets a page ask first, and takes no custom header', async () => {
      const { uploadURL } = await ticketFor();
      const answer = await current().ask(uploadURL, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://example.com',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type',
        },
      });
      expect(answer.headers.get('access-control-allow-headers') ?? '').not.toMatch(/content-type/i);
    });

    test('uses its link up', async () => {
      const { uploadURL } = await ticketFor();
      const file = await picture();
      expect((await send(uploadURL, form({ file }))).status).toBe(200);
      expect((await send(uploadURL, form({ file }))).status).toBeGreaterThanOrEqual(400);
    });

    test('knows no other links', async () => {
      const url = `https://upload.imagedelivery.net/${current().accountHash}/${crypto.randomUUID()}`;
      const refused = await send(url, form({ file: await picture() }));
      expect(refused.status).toBe(404);
      expect(refused.text).toMatch(/\b5404\b/);
    });

    test('writes the slashes of a custom id as %2F', async () => {
      const { accountHash, name } = current();
      const id = name('shelf/cat');
      const { uploadURL } = await ticketFor({ id });
      const encoded = encodeURIComponent(id);
      expect(uploadURL).toBe(`https://upload.imagedelivery.net/${accountHash}/${encoded}`);
    });

    test('is a form; JSON is 415 with 5415', async () => {
      const refused = await current().api('POST', '/v2/direct_upload', json({ expiry: 'soon' }));
      expect(refused.status).toBe(415);
      expect(refused.text).toMatch(/\b5415\b/);
    });

    test.each([
      ['a minute', 60_000],
      ['seven hours', 7 * 3_600_000],
    ])('is refused with an expiry in %s', async (_, ms) => {
      const expiry = new Date(Date.now() + ms).toISOString();
      const refused = await current().api('POST', '/v2/direct_upload', { body: form({ expiry }) });
      expect(refused.status).toBe(400);
    });
  });
}
