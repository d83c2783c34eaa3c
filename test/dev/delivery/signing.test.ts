import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Guesses } from '../../../src/dev/guesses.js';
import { vectors } from './delivery-vectors.js';
import { plainPicture } from './pictures.js';
import { type Stage, setStage } from './stage.js';

const hash = 'cheeW4oKsx5ljh8e8BoL2A';
const id = 'bc27a117-9509-446b-8c69-c81bfeac0a01';
const key = 'Oix0bbNaT8Rge9PuyxUBrjI6zrgnsyJ5=';
const path = `/${hash}/${id}/mobile`;
const inTime = Date.parse('2026-11-22T12:00:00Z');

async function privateStage(guesses: Partial<Guesses> = {}, now = inTime): Promise<Stage> {
  const stage = await setStage({ accountHash: hash, guesses, now: () => now });
  const [fresh] = await stage.store.listKeys();
  await stage.store.putKey({ name: 'other', value: 'another key' });
  await stage.store.putKey({ name: 'default', value: key });
  expect(fresh?.name).toBe('default');
  await stage.addVariant('mobile', { width: 20 });
  await stage.addVariant('open', { width: 10 }, true);
  await stage.addImage(id, await plainPicture(40, 30), { requireSignedURLs: true });
  return stage;
}

function sign(text: string, secret = key): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the vectors', () => {
  test.each(vectors.signing.map((vector) => [vector.id, vector] as const))(
    '%s',
    async (_, vector) => {
      expect(sign(vector.stringToSign, vector.key) === vector.sig).toBe(vector.mustEqualHmac);
      const url = new URL(vector.url);
      const custom = url.pathname.startsWith('/cdn-cgi/imagedelivery');
      const target = `${url.pathname.replace('/cdn-cgi/imagedelivery', '')}${url.search}`;
      const ask = async (guesses: Partial<Guesses> = {}) => {
        const stage = await privateStage(guesses);
        return (await stage.get(target, { surface: custom ? 'custom-domain' : 'hosted' })).status;
      };
      expect(await ask()).toBe(vector.expect === 'accept' ? 200 : 403);
      if (vector.expect === 'switch customDomainSigning') {
        expect(await ask({ customDomainSigning: 'full-path' })).toBe(200);
        expect(await ask({ customDomainSigning: 'bare-path' })).toBe(403);
      }
      if (vector.expect === 'switch signedString') {
        expect(await ask({ signedString: 'path' })).toBe(200);
        expect(await ask({ signedString: 'either' })).toBe(200);
      }
    },
  );

  test('the expired one is right until its second is over', async () => {
    const [expired] = vectors.signing;
    const target = expired?.url.replace('https://imagedelivery.net', '') ?? '';
    const at = (seconds: number) => privateStage({}, seconds * 1000 + 999);
    expect((await (await at(1631289275)).get(target)).status).toBe(200);
    expect((await (await at(1631289276)).get(target)).status).toBe(403);
  });

  test('on a custom domain the bare path is signed when the guess says so', async () => {
    const stage = await privateStage({ customDomainSigning: 'bare-path' });
    const sig = sign(`${path}?exp=1893456000`);
    const answer = await stage.get(`${path}?exp=1893456000&sig=${sig}`, {
      surface: 'custom-domain',
    });
    expect(answer.status).toBe(200);
  });
});

describe('a private image', () => {
  test('says why it is refused', async () => {
    const stage = await privateStage();
    const textOf = async (query: string) => (await stage.get(`${path}${query}`)).text();
    expect(await textOf('')).toMatch(/^ERROR 9425: Image access denied: .*no signature/);
    expect(await textOf(`?sig=${'0'.repeat(64)}`)).toMatch(/does not match.*path and query/);
    expect(await textOf(`?exp=1&sig=${sign(`${path}?exp=1`)}`)).toMatch(/has expired/);
  });

  test('is refused with 401 and other words when the guess says so', async () => {
    const stage = await privateStage({ privateDeny: '401' });
    const answer = await stage.get(path);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe('ERROR 9425: Missing signature');
  });

  test('names the path alone when only that is signed', async () => {
    const stage = await privateStage({ signedString: 'path' });
    const text = await (await stage.get(`${path}?sig=${'0'.repeat(64)}`)).text();
    expect(vectors.deliveryErrors.flatMap(({ messages }) => messages ?? [])).toContainEqual(
      expect.stringContaining('Expecting SHA-256 HMAC of the path without domain nor query string'),
    );
    expect(text).toContain('Expecting SHA-256 HMAC of the path without domain nor query string');
  });

  test('is served by any key of the account', async () => {
    const stage = await privateStage();
    const sig = sign(`${path}?exp=1893456000`, 'another key');
    expect((await stage.get(`${path}?exp=1893456000&sig=${sig}`)).status).toBe(200);
  });

  test('is not served by a key that was deleted', async () => {
    const stage = await privateStage();
    await stage.store.deleteKey('other', { name: 'default', value: 'fresh' });
    const sig = sign(`${path}?exp=1893456000`, 'another key');
    expect((await stage.get(`${path}?exp=1893456000&sig=${sig}`)).status).toBe(403);
  });

  test('needs no signature for a variant that never requires one', async () => {
    const stage = await privateStage();
    const answer = await stage.get(`/${hash}/${id}/open`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toMatch(/^public/);
  });

  test('has no flexible variants, however well they are signed', async () => {
    const stage = await privateStage();
    const flexible = `/${hash}/${id}/w=10`;
    const sig = sign(`${flexible}?exp=1893456000`);
    const answer = await stage.get(`${flexible}?exp=1893456000&sig=${sig}`);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toMatch(/^ERROR 9425/);
  });

  test('accepts the query as it stands and as URLSearchParams writes it', async () => {
    const stage = await privateStage();
    const raw = '?v=a%20b&exp=1893456000';
    const form = `?${new URLSearchParams(raw)}`;
    expect(form).not.toBe(raw);
    for (const text of [raw, form]) {
      expect((await stage.get(`${path}${raw}&sig=${sign(`${path}${text}`)}`)).status).toBe(200);
    }
  });

  test.each([
    ['two signatures', (sig: string) => `?exp=1893456000&sig=${sig}&sig=${sig}`],
    ['two ends', (sig: string) => `?exp=1893456000&exp=9893456000&sig=${sig}`],
    ['an end that is no number', (sig: string) => `?exp=1e99&sig=${sig}`],
    ['a cut signature', (sig: string) => `?exp=1893456000&sig=${sig.slice(0, 62)}`],
    [
      'a signature for another variant',
      () => `?exp=1893456000&sig=${sign(`${path}2?exp=1893456000`)}`,
    ],
  ])('refuses %s', async (_, query) => {
    const stage = await privateStage();
    const sig = sign(`${path}?exp=1893456000`);
    expect((await stage.get(`${path}${query(sig)}`)).status).toBe(403);
  });

  test('is compared by crypto.subtle.verify, with every key', async () => {
    const verify = vi.spyOn(crypto.subtle, 'verify');
    const stage = await privateStage();
    const keys = await stage.store.listKeys();
    const sig = sign(`${path}?exp=1893456000`);
    await stage.get(`${path}?exp=1893456000&sig=${sig}`);
    expect(verify).toHaveBeenCalledTimes(keys.length);
    for (const [algorithm, , digest] of verify.mock.calls) {
      expect(algorithm).toBe('HMAC');
      expect(digest).toHaveLength(32);
    }
  });

  test('is never kept by shared caches, and no longer than its signature, but an hour', async () => {
    const controlFor = async (guesses: Partial<Guesses>, exp?: number) => {
      const stage = await privateStage(guesses);
      const query = exp === undefined ? '' : `?exp=${exp}`;
      const sig = sign(`${path}${query}`);
      const answer = await stage.get(`${path}${query}${query ? '&' : '?'}sig=${sig}`);
      expect(answer.status).toBe(200);
      return answer.headers.get('cache-control');
    };
    const now = inTime / 1000;
    expect(await controlFor({}, now + 7000)).toBe('private, max-age=7000');
    expect(await controlFor({}, now + 60)).toBe('private, max-age=3600');
    expect(await controlFor({ privateTtl: 'exact' }, now + 60)).toBe('private, max-age=60');
    expect(await controlFor({})).toBe('private, max-age=172800');
  });
});
