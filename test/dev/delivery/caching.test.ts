import { describe, expect, test } from 'vitest';
import { plainPicture } from './pictures.js';
import { bodyOf, chromeAccept, explained, setStage } from './stage.js';

const picture = await plainPicture(400, 300);
const other = await plainPicture(400, 300, { color: '#123456' });

async function furnished() {
  const stage = await setStage();
  await stage.addImage('photo', picture);
  await stage.addVariant('small', { width: 100 });
  await stage.addVariant('long', { width: 100, browser_ttl: 86_400 });
  return stage;
}

describe('a repeated delivery', () => {
  test('is drawn and probed once', async () => {
    const stage = await furnished();
    const first = await stage.get('/hash/photo/w=100');
    const second = await stage.get('/hash/photo/w=100');
    expect(explained(first).get('cache')).toBe('miss');
    expect(explained(second).get('cache')).toBe('hit');
    expect(await bodyOf(second)).toEqual(await bodyOf(first));
    expect(stage.counts).toEqual({ probed: 1, rendered: 1, searched: 0 });
  });

  test('does not read the original again', async () => {
    const stage = await furnished();
    await (await stage.get('/hash/photo/w=100')).arrayBuffer();
    stage.store.readBytes = () => Promise.reject(new Error('read again'));
    expect((await stage.get('/hash/photo/w=100')).status).toBe(200);
  });

  test('is the same image however the options are spelled', async () => {
    const stage = await furnished();
    for (const options of [
      'w=100',
      'width=100',
      'width=100,fit=scale-down',
      'w=50,dpr=2',
      'q=85,w=100',
    ]) {
      await stage.get(`/hash/photo/${options}`);
    }
    expect(stage.counts.rendered).toBe(1);
  });

  test('is drawn anew for another format, another option and other bytes', async () => {
    const stage = await furnished();
    await stage.get('/hash/photo/w=100');
    await stage.get('/hash/photo/w=100', { headers: { accept: chromeAccept } });
    await stage.get('/hash/photo/w=101');
    await stage.addImage('photo', other);
    const changed = await stage.get('/hash/photo/w=100');
    expect(explained(changed).get('cache')).toBe('miss');
    expect(stage.counts.rendered).toBe(4);
  });

  test('a changed variant is served at once', async () => {
    const stage = await furnished();
    const before = await stage.get('/hash/photo/small');
    await stage.addVariant('small', { width: 50 });
    const after = await stage.get('/hash/photo/small');
    expect(explained(after).get('size')).toBe('50x38');
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
  });
});

test('a hundred equal requests at once draw once', async () => {
  const stage = await furnished();
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => stage.get('/hash/photo/w=200')),
  );
  const bodies = await Promise.all(answers.map(bodyOf));
  expect(stage.counts.rendered).toBe(1);
  expect(new Set(bodies.map((body) => Buffer.from(body).toString('base64'))).size).toBe(1);
  const words = answers.map((answer) => explained(answer).get('cache'));
  expect(words.filter((word) => word === 'miss')).toHaveLength(1);
});

test('a failed drawing is not remembered', async () => {
  const stage = await furnished();
  const readBytes = stage.store.readBytes;
  await stage.get('/hash/photo/w=10');
  stage.store.readBytes = async () => picture.slice(0, 700);
  expect((await stage.get('/hash/photo/w=20')).status).toBe(422);
  stage.store.readBytes = readBytes;
  expect((await stage.get('/hash/photo/w=20')).status).toBe(200);
});

describe('a matching ETag', () => {
  test('is answered with 304 without drawing', async () => {
    const stage = await furnished();
    const etag = (await stage.get('/hash/photo/w=100')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"cf-[0-9a-f]{24}:[0-9a-f]{16}"$/);
    for (const value of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await stage.get('/hash/photo/w=100', { headers: { 'if-none-match': value } });
      expect(answer.status).toBe(304);
      expect(answer.headers.get('etag')).toBe(etag);
      expect(answer.headers.get('cache-control')).toMatch(/^public/);
      expect(answer.headers.get('vary')).toBe('Accept');
      expect(answer.headers.has('content-type')).toBe(false);
      expect(await bodyOf(answer)).toHaveLength(0);
    }
    expect(stage.counts.rendered).toBe(1);
  });

  test('is answered even when nothing was drawn before', async () => {
    const first = await furnished();
    const etag = (await first.get('/hash/photo/w=100')).headers.get('etag') ?? '';
    const second = await furnished();
    const answer = await second.get('/hash/photo/w=100', { headers: { 'if-none-match': etag } });
    expect(answer.status).toBe(304);
    expect(second.counts.rendered).toBe(0);
  });

  test('of another format is none', async () => {
    const stage = await furnished();
    const etag = (await stage.get('/hash/photo/w=100')).headers.get('etag') ?? '';
    const headers = { 'if-none-match': etag, accept: chromeAccept };
    expect((await stage.get('/hash/photo/w=100', { headers })).status).toBe(200);
  });
});

test('HEAD says what GET would, without a body', async () => {
  const stage = await furnished();
  const get = await stage.get('/hash/photo/small');
  const head = await stage.get('/hash/photo/small', { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(head.headers.get('content-length')).toBe(String((await bodyOf(get)).length));
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  expect(await bodyOf(head)).toHaveLength(0);
});

describe('browsers keep a public image', () => {
  test.each([
    ['small', 'public, max-age=172800, stale-while-revalidate=7200'],
    ['w=10', 'public, max-age=172800, stale-while-revalidate=7200'],
    ['long', 'public, max-age=86400, stale-while-revalidate=7200'],
  ])('%s: %s', async (last, expected) => {
    const stage = await furnished();
    expect((await stage.get(`/hash/photo/${last}`)).headers.get('cache-control')).toBe(expected);
  });

  test('as long as the account says', async () => {
    const stage = await furnished();
    await stage.store.putConfig({ ...(await stage.store.getConfig()), browser_ttl: 7200 });
    const answer = await stage.get('/hash/photo/small');
    expect(answer.headers.get('cache-control')).toBe(
      'public, max-age=7200, stale-while-revalidate=7200',
    );
  });
});

test('Vary is left out when the guess says so', async () => {
  const stage = await setStage({ guesses: { vary: 'none' } });
  await stage.addImage('photo', picture);
  expect((await stage.get('/hash/photo/w=10')).headers.has('vary')).toBe(false);
});
