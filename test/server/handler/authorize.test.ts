import { describe, expect, it } from 'vitest';
import { type AuthorizeQuestion } from '../../../src/server.js';
import { requests, setUp, touched } from './set-up.js';

describe('authorize', () => {
  it.each(requests)('is asked about %s', async (action, method, path, json) => {
    const asked: AuthorizeQuestion[] = [];
    const { call } = setUp({
      authorize: (question) => {
        asked.push(question);
        return true;
      },
    });
    const { status } = await call(method, path, { json });
    expect(status).toBe(200);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.action).toBe(action);
    expect(asked[0]?.imageId).toBe(path.includes('id=') ? 'a' : undefined);
  });

  it.each(requests)(
    'denies %s, and nothing is asked of Cloudflare',
    async (_a, method, path, json) => {
      const denials: [unknown, number][] = [
        [false, 403],
        [undefined, 401],
        [null, 401],
        ['yes', 403],
        [1, 403],
        [[], 403],
        [Promise.reject(new Error('the session store is down')), 403],
        [{ creator: undefined }, 403],
        [{ creator: '' }, 403],
        [{ creator: null }, 403],
        [{ creater: 'ann' }, 403],
        [{ idPrefix: 'tenant-7' }, 403],
        [{ idPrefix: '../' }, 403],
        [{ maxBytes: Number.NaN }, 403],
        [JSON.parse('{"__proto__": "x"}'), 403],
        [{ constructor: 'x' }, 403],
      ];
      for (const [answer, expected] of denials) {
        const { call, images } = setUp({ authorize: () => answer as boolean });
        const { status, body } = await call(method, path, { json });
        expect([status, body.error.code], JSON.stringify(answer)).toEqual([
          expected,
          'unauthorized',
        ]);
        expect(touched(images)).toBe(false);
      }
    },
  );

  it('reports its errors and what is not a grant, but not a plain no', async () => {
    for (const [authorize, reports] of [
      [() => Promise.reject(new Error('down')), 1],
      [() => ({ creater: 'ann' }), 1],
      [() => false, 0],
    ] as const) {
      const { call, errors } = setUp({ authorize: authorize as () => boolean });
      await call('GET', '/images');
      expect(errors).toHaveLength(reports);
    }
  });
});
