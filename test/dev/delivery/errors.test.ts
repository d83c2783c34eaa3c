import { describe, expect, test } from 'vitest';
import type { Guesses } from '../../../src/dev/guesses.js';
import { vectors } from './delivery-vectors.js';
import { plainPicture } from './pictures.js';
import { setStage } from './stage.js';

const picture = await plainPicture(40, 30);

async function furnished(options: { guesses?: Partial<Guesses>; flexible?: boolean } = {}) {
  const stage = await setStage(options);
  await stage.addImage('photo', picture);
  await stage.addImage('private', picture, { requireSignedURLs: true });
  await stage.addImage('draft', picture, { draft: true, hash: '', width: 0, height: 0 });
  return stage;
}

describe('the documented cases', () => {
  const paths: Record<string, { path: string; flexible?: boolean }> = {
    'image id not found': { path: '/hash/nobody/public' },
    'named variant not found': { path: '/hash/photo/nope' },
    'options used, flexible variants off': { path: '/hash/photo/w=10', flexible: false },
    'last segment has = but no known option key': { path: '/hash/photo/x=10' },
    'private image, signature missing, wrong or expired': { path: '/hash/private/public' },
    'options on a private image, even with a good signature': { path: '/hash/private/w=10' },
    'account hash unknown': { path: '/other/photo/public' },
  };

  test.each(vectors.hostedMapping.map((row) => [row.when, row] as const))(
    '%s',
    async (when, row) => {
      const scene = paths[when];
      expect(scene).toBeDefined();
      const stage = await furnished(scene?.flexible === false ? { flexible: false } : {});
      const answer = await stage.get(scene?.path ?? '');
      expect(answer.status).toBe(row.status);
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(await answer.text()).toMatch(new RegExp(`^ERROR ${row.code}: .+`));
      expect(answer.headers.get('cf-resized')).toBe(`err=${row.code}`);
      expect(answer.headers.get('cf-images')).toBe(`err=${row.code}`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('every code and status we answer is in the published table', async () => {
    const table = new Set(vectors.deliveryErrors.map(({ code, status }) => `${code}/${status}`));
    const stage = await furnished();
    for (const { path } of Object.values(paths)) {
      const answer = await stage.get(path);
      if (answer.status === 200) continue;
      const code = /^ERROR (\d+)/.exec(await answer.text())?.[1];
      expect(table).toContain(`${code}/${answer.status}`);
    }
  });

  test('the unknown variant has the words that people report', async () => {
    const answer = await (await furnished()).get('/hash/photo/nope');
    const messages = vectors.deliveryErrors.flatMap((row) => row.messages ?? []);
    expect(messages).toContain((await answer.text()).replace('ERROR 9425: ', ''));
  });
});

describe('more that goes wrong', () => {
  test.each([
    ['/hash/photo', 404, 9404],
    ['/hash/photo/', 404, 9404],
    ['/hash/draft/public', 404, 9404],
    ['/hash/%ff/public', 404, 9404],
    ['/hash/constructor/public', 404, 9404],
    ['/hash/photo/__proto__', 403, 9425],
    ['/hash/photo/constructor', 403, 9425],
    ['/hash/photo/w=abc', 400, 9401],
    ['/hash/photo/width=auto', 400, 9401],
    ['/hash/photo/fit=contain,w=6000', 403, 9413],
    ['/hash/photo/trim=30;0;30;0', 403, 9413],
    ['/HASH/photo/public', 403, 9427],
    ['/', 403, 9427],
  ])('%s answers %i, %i', async (path, status, code) => {
    const answer = await (await furnished()).get(path);
    expect([answer.status, answer.headers.get('cf-resized')]).toEqual([status, `err=${code}`]);
  });

  test('a malformed option among good ones is ignored, with a warning', async () => {
    const answer = await (await furnished()).get('/hash/photo/w=10,h=abc,zz=1');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('warning')).toContain('cf-images 299 "h=abc: malformed value"');
    expect(answer.headers.get('warning')).toContain('cf-images 299 "zz=1: unknown option"');
  });

  test('only reading is allowed', async () => {
    const answer = await (await furnished()).get('/hash/photo/public', { method: 'POST' });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  test.each([
    [
      'hostedNotFoundCode',
      { hostedNotFoundCode: 9431 },
      '/hash/nobody/public',
      { code: 'err=9431' },
    ],
    ['badOption', { badOption: 'refuse' }, '/hash/photo/w=10,zz=1', { code: 'err=9401' }],
    ['extraFits', { extraFits: 'refuse' }, '/hash/photo/fit=scale-up', { code: 'err=9401' }],
    [
      'hostedErrorHeader',
      { hostedErrorHeader: 'cf-images' },
      '/hash/nobody/public',
      { code: null },
    ],
    ['dprOver', { dprOver: 'refuse' }, '/hash/photo/w=10,dpr=3', { code: 'err=9401' }],
  ] as const)('the guess %s can be switched', async (_, guesses, path, { code }) => {
    const answer = await (await furnished({ guesses })).get(path);
    expect(answer.headers.get('cf-resized')).toBe(code);
  });

  test('bytes that are gone from the store are an error of ours', async () => {
    const stage = await furnished();
    const readBytes = stage.store.readBytes;
    stage.store.readBytes = async () => undefined;
    const answer = await stage.get('/hash/photo/public');
    stage.store.readBytes = readBytes;
    expect([answer.status, answer.headers.get('cf-resized')]).toEqual([500, 'err=9523']);
  });
});
