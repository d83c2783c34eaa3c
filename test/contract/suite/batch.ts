import { describe, expect, test } from 'vitest';
import { form, json, picture } from './sample-forms.js';
import type { Subject } from './subject.js';

/** The batch host: six operations under a token of its own. */
export function describeBatch(current: () => Subject): void {
  describe('the batch host', () => {
    test('does the same six things with its own token', async () => {
      const { api, batch } = current();
      const { token } = (await api('GET', '/v1/batch_token')).json.result as { token: string };
      const body = form({ file: await picture() });
      const stored = await batch('POST', '/images/v1', { token, body });
      const { id } = stored.json.result;
      expect((await batch('GET', `/images/v1/${id}`, { token })).json.result.id).toBe(id);
      const change = { ...json({ metadata: { a: 1 } }), token };
      const changed = await batch('PATCH', `/images/v1/${id}`, change);
      expect(changed.json.result.meta).toEqual({ a: 1 });
      const listed = await batch('GET', '/images/v2?per_page=10', { token });
      expect(listed.json.result.images).not.toHaveLength(0);
      const ticket = await batch('POST', '/images/v2/direct_upload', { token, body: form() });
      current().later('DELETE', `/v1/${ticket.json.result.id}`);
      expect(ticket.json.result.uploadURL).toContain(current().accountHash);
      expect((await batch('DELETE', `/images/v1/${id}`, { token })).status).toBe(200);
      expect((await batch('GET', `/images/v1/${id}`, { token })).status).toBe(404);
    });
  });
}
