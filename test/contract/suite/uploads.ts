import { describe, expect, test } from 'vitest';
import { form, json, picture } from './sample-forms.js';
import { remoteImage, type Subject } from './subject.js';

/** Upload, details, update, base image, delete. */
export function describeUploads(current: () => Subject): void {
  describe('an uploaded image', () => {
    test('is stored, described, changed, exported and deleted', async () => {
      const { api, accountHash } = current();
      const file = await picture();
      const stored = await api('POST', '/v1', {
        body: form({ file, metadata: '{"album":"cats","stars":4}', creator: 'ann' }),
      });
      expect(stored.status).toBe(200);
      const { id } = stored.json.result;
      current().later('DELETE', `/v1/${id}`);
      expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(stored.json.result).toMatchObject({
        filename: 'cat.png',
        meta: { album: 'cats', stars: 4 },
        creator: 'ann',
        requireSignedURLs: false,
      });
      expect(stored.json.result.variants).toContain(
        `https://imagedelivery.net/${accountHash}/${id}/public`,
      );

      const details = await api('GET', `/v1/${id}`);
      expect(details.json.result).toEqual(stored.json.result);

      const changed = await api('PATCH', `/v1/${id}`, json({ metadata: { album: 'dogs' } }));
      expect(changed.json.result).toMatchObject({ id, meta: { album: 'dogs' }, creator: 'ann' });

      const blob = await api('GET', `/v1/${id}/blob`);
      expect(blob.headers.get('content-type')).toBe('image/png');
      expect(blob.bytes).toEqual(new Uint8Array(await file.arrayBuffer()));

      expect((await api('DELETE', `/v1/${id}`)).json.result).toEqual({});
    });

    test('has another id once its access has changed', async () => {
      const { api } = current();
      const body = form({ file: await picture() });
      const { id } = (await api('POST', '/v1', { body })).json.result;
      const changed = await api('PATCH', `/v1/${id}`, json({ requireSignedURLs: true }));
      expect(changed.json.result.requireSignedURLs).toBe(true);
      current().later('DELETE', `/v1/${changed.json.result.id}`);
      expect(changed.json.result.id).not.toBe(id);
    });

    test('may come from an address', async () => {
      const { api } = current();
      const stored = await api('POST', '/v1', { body: form({ url: remoteImage }) });
      expect(stored.status).toBe(200);
      current().later('DELETE', `/v1/${stored.json.result.id}`);
      const absent = `${remoteImage}.absent`;
      const refused = await api('POST', '/v1', { body: form({ url: absent }) });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.status).toBeLessThan(500);
    });

    test('keeps its own id, with slashes, and only once', async () => {
      const { api, name, later } = current();
      const id = name('shelf/a b');
      const encoded = encodeURIComponent(id);
      const file = await picture();
      const stored = await api('POST', '/v1', { body: form({ id, file }) });
      expect(stored.json.result.id).toBe(id);
      later('DELETE', `/v1/${encoded}`);
      expect((await api('GET', `/v1/${encoded}`)).json.result.id).toBe(id);
      const again = await api('POST', '/v1', { body: form({ id, file }) });
      expect(again.status).toBe(409);
      expect(again.json.errors[0].code).toBe(5409);
      expect(again.json.errors[0].message).toMatch(/already exists/i);
    });

    test.each([
      ['neither a file nor a url', {}],
      ['both a file and a url', { url: remoteImage, file: new Blob(['x']) }],
      ['something that is no image', { file: new Blob(['plain words']) }],
      ['metadata that is no object', { metadata: '[1]', file: new Blob(['x']) }],
      ['metadata over 1,024 bytes', { metadata: `{"a":"${'x'.repeat(1100)}"}` }],
    ])('is refused with %s', async (_, fields) => {
      const body = form(fields as Record<string, string | Blob>);
      const refused = await current().api('POST', '/v1', { body });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.status).toBeLessThan(500);
    });

    test('that does not exist is 404 with 5404 everywhere', async () => {
      const { api, name } = current();
      const missing = `/v1/${name('missing')}`;
      for (const answer of [
        await api('GET', missing),
        await api('GET', `${missing}/blob`),
        await api('PATCH', missing, json({ creator: 'ann' })),
        await api('DELETE', missing),
      ]) {
        expect(answer.status).toBe(404);
        expect(answer.text).toMatch(/\b5404\b/);
      }
    });
  });
}
