import { describe, expect, test } from 'vitest';
import { form, picture } from './sample-forms.js';
import type { Subject } from './subject.js';

/** Both lists, filters and pages. */
export function describeLists(current: () => Subject): void {
  describe('the list of images', () => {
    test('walks in pages, filters by metadata and hides drafts', async () => {
      const { api, name, later } = current();
      const creator = name('lister');
      const ids: string[] = [];
      for (let index = 0; index < 12; index += 1) {
        const body = form({
          file: await picture({ color: `rgb(${index * 20}, 90, 120)` }),
          creator,
          metadata: JSON.stringify({ index, kind: index % 2 ? 'odd' : 'even', at: { row: 1 } }),
        });
        ids.push((await api('POST', '/v1', { body })).json.result.id);
      }
      for (const id of ids) later('DELETE', `/v1/${id}`);
      await api('POST', '/v2/direct_upload', { body: form({ creator }) });

      const found: string[] = [];
      let token: string | null = null;
      do {
        const query: string = `creator=${creator}&per_page=10&sort_order=asc`;
        const more: string =
          token === null ? '' : `&continuation_token=${encodeURIComponent(token)}`;
        const { result } = (await api('GET', `/v2?${query}${more}`)).json;
        found.push(...result.images.map((image: { id: string }) => image.id));
        token = result.continuation_token ?? null;
      } while (token !== null);
      expect(found).toEqual(ids);

      const count = async (filter: string) => {
        const answer = await api('GET', `/v2?creator=${creator}&${filter}`);
        return answer.json.result.images.length as number;
      };
      expect(await count('meta.kind[eq]=odd')).toBe(6);
      expect(await count('meta.kind%5Beq:string%5D=even')).toBe(6);
      expect(await count('meta.index[in:number]=1|2|40')).toBe(2);
      expect(await count('meta.index[gte]=3&meta.index[lt]=6')).toBe(3);
      expect(await count('meta.at.row[eq:number]=1&meta.kind[in]=odd|none')).toBe(6);
      expect(await count('meta.kind[eq]=odd&meta.kind[eq]=even')).toBe(0);

      const pages = await api('GET', `/v1?per_page=10&page=2&creator=${creator}`);
      expect(pages.json.result.images).toHaveLength(2);
    });

    test.each([
      'meta.a[not-eq]=1',
      'meta.a[eq]=1&meta.b[eq]=1&meta.c[eq]=1&meta.d[eq]=1&meta.e[eq]=1&meta.f[eq]=1',
      'meta.a.b.c.d.e.f[eq]=1',
      'meta.a[in]=1|2|3|4|5|6|7|8|9|10|11',
    ])('refuses the filter %s with 400 and 5400', async (filter) => {
      const refused = await current().api('GET', `/v2?${filter}`);
      expect(refused.status).toBe(400);
      expect(refused.json.errors[0].code).toBe(5400);
    });

    test('has its limits', async () => {
      const { api } = current();
      expect((await api('GET', '/v2?per_page=9')).status).toBe(400);
      expect((await api('GET', '/v2?per_page=10001')).status).toBe(400);
      expect((await api('GET', '/v1?per_page=9')).status).toBe(400);
    });
  });
}
