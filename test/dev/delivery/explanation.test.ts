import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerText } from '../../../src/dev/delivery/header-text.js';
import { warningHeader } from '../../../src/dev/delivery/warning-header.js';
import { vectors } from './delivery-vectors.js';
import { plainPicture } from './pictures.js';
import { explained, setStage, type StageOptions } from './stage.js';

const picture = await plainPicture(400, 300);

async function furnished(options: StageOptions = {}) {
  const stage = await setStage(options);
  await stage.addImage('photo', picture);
  await stage.addVariant('thumb', { width: 200, blur: 3 });
  return stage;
}

describe('the explain header', () => {
  test('says what a variant stands for, and why this format', async () => {
    const stage = await furnished();
    const ask = () => stage.get('/hash/photo/thumb', { headers: { accept: 'image/webp' } });
    expect((await ask()).headers.get('x-cf-images-explain')).toBe(
      'variant=thumb; fit=scale-down; width=200; metadata=none; blur=3; size=200x150; format=webp (accept); cache=miss',
    );
    expect(explained(await ask()).get('cache')).toBe('hit');
  });

  test('names aliases in full, and what was ignored', async () => {
    const answer = await (await furnished()).get('/hash/photo/w=10,zz=1,g=5');
    expect(answer.headers.get('x-cf-images-explain')).toContain(
      'width=10; ignored=zz=1 (unknown option); ignored=g=5 (malformed value)',
    );
  });

  test.each([
    ['w=10,h=10,fit=cover,g=face', 'not-emulated', 'gravity:face (cut by attention)'],
    ['w=10,h=10,fit=cover,g=face,zoom=0.5', 'not-emulated', 'zoom (no faces are found)'],
    ['w=10,h=10,fit=cover,g=auto', 'stand-in', 'gravity:auto (cut by attention)'],
    ['w=10,h=10,fit=cover,g=entropy', 'stand-in', 'gravity:entropy (cut by entropy)'],
    ['w=10,segment=foreground', 'not-emulated', 'segment (background kept)'],
    ['w=800,fit=contain,upscale=generate', 'not-emulated', 'upscale:generate (interpolated)'],
  ])('says what is missing in %s', async (options, name, expected) => {
    const answer = await (await furnished()).get(`/hash/photo/${options}`);
    expect(answer.status).toBe(200);
    expect(explained(answer).get(name)).toBe(expected);
  });

  test('says nothing of an option that would have changed nothing', async () => {
    const answer = await (await furnished()).get('/hash/photo/w=10,g=face,upscale=generate');
    expect(explained(answer).has('not-emulated')).toBe(false);
  });

  test('comes with errors and with 304 as well', async () => {
    const stage = await furnished();
    expect(explained(await stage.get('/hash/photo/nope')).get('variant')).toBe('nope');
    const headers = { 'if-none-match': '*' };
    expect(explained(await stage.get('/hash/photo/w=10', { headers })).get('cache')).toBe(
      'revalidated',
    );
  });
});

describe('strict mode', () => {
  test.each([
    'w=10,segment=foreground',
    'w=10,h=10,fit=cover,g=face',
    'w=800,fit=contain,upscale=generate',
  ])('refuses %s', async (options) => {
    const stage = await furnished({ strict: true });
    const answer = await stage.get(`/hash/photo/${options}`);
    expect(answer.status).toBe(501);
    expect(await answer.text()).toMatch(/^NOT EMULATED: .*strict mode/);
    expect(stage.counts.rendered).toBe(0);
  });

  test.each(['w=10', 'thumb', 'w=10,h=10,fit=cover,g=auto', 'w=10,g=face'])(
    'serves %s',
    async (last) => {
      expect((await (await furnished({ strict: true })).get(`/hash/photo/${last}`)).status).toBe(
        200,
      );
    },
  );
});

describe('warnings', () => {
  test.each([
    ['fit=cover,w=10', 'cover fit mode needs both width and height'],
    ['w=10,dpr=4', 'dpr > 3 should never be used'],
    ['w=10,dpr=3', 'dpr > 2 is taken as 2'],
  ])('%s', async (options, text) => {
    const answer = await (await furnished()).get(`/hash/photo/${options}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('warning')).toBe(`cf-images 299 "${text}"`);
  });

  test('the ones that people have seen are worded as they saw them', async () => {
    const known = vectors.warnings.map(({ value }) => value);
    const cover = await (await furnished()).get('/hash/photo/fit=cover,w=10');
    expect(known).toContain(cover.headers.get('warning'));
  });
});

describe('a slow connection', () => {
  test.each([
    ['rtt', '200', true],
    ['rtt', '100', false],
    ['save-data', 'on', true],
    ['ect', '3g', true],
    ['ect', '4g', false],
    ['downlink', '2.5', true],
    ['downlink', '10', false],
    ['x-other', '1', false],
  ])('%s: %s', async (name, value, slow) => {
    const answer = await (await furnished()).get('/hash/photo/w=10,scq=low', {
      headers: { [name]: value },
    });
    expect(explained(answer).get('quality')).toBe(slow ? 'low (slow connection)' : undefined);
    expect(answer.headers.get('vary')).toBe('Accept, rtt, save-data, ect, downlink');
  });
});

describe('nothing of a URL gets into a header but as plain text', () => {
  test.each([
    '/hash/photo/%0d%0aset-cookie:a=b',
    '/hash/photo/%0d%0ax',
    '/hash/photo/w=10,%0d%0ax:y=1',
    '/hash/photo/w=10,q=%22%3b%0aa',
    '/hash/photo/w=10,\u{1f4a5}=1',
  ])('%j', async (path) => {
    const answer = await (await furnished()).get(path);
    for (const [, value] of answer.headers) expect(value).toMatch(/^[\x20-\x7e]*$/);
    expect(answer.headers.has('set-cookie')).toBe(false);
    expect(answer.headers.has('x')).toBe(false);
  });

  test('whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(headerText(text)).toMatch(/^[\x20-\x7e]{0,200}$/);
        expect(() => new Headers({ a: headerText(text) })).not.toThrow();
      }),
    );
    expect(headerText('\ud800')).toBe('%EF%BF%BD');
  });

  test('a quote cannot end the text of a warning', () => {
    expect(warningHeader('a"b\\')).toBe('cf-images 299 "a\'b\'"');
  });
});

test('an image opened as a page can do nothing', async () => {
  const answer = await (await furnished()).get('/hash/photo/w=10');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  expect(answer.headers.get('cf-resized')).toMatch(/^internal=ok/);
});
