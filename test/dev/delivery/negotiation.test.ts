import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { negotiateFormat } from '../../../src/dev/delivery/negotiate-format.js';
import { parseAccept } from '../../../src/dev/delivery/parse-accept.js';
import { vectors } from './delivery-vectors.js';
import { animation, plainPicture } from './pictures.js';
import { bodyOf, chromeAccept, explained, setStage } from './stage.js';
import { sniffFormat } from '../../../src/dev/render/sniff-format.js';

const clear = '#ff000080';
const samples = {
  jpeg: await plainPicture(1500, 1000),
  png: await plainPicture(60, 40, { format: 'png', color: clear }),
  webp: await plainPicture(60, 40, { format: 'webp' }),
  clearWebp: await plainPicture(60, 40, { format: 'webp', color: clear }),
  avif: await plainPicture(60, 40, { format: 'avif' }),
  gif: await plainPicture(60, 40, { format: 'gif' }),
  movingGif: await animation(['red', 'lime', 'blue']),
  movingWebp: await animation(['red', 'lime', 'blue'], { format: 'webp' }),
};

async function typeOf(
  name: keyof typeof samples,
  options: string,
  accept: string | undefined = undefined,
) {
  const stage = await setStage();
  await stage.addImage('photo', samples[name]);
  const headers: HeadersInit = accept === undefined ? {} : { accept };
  const answer = await stage.get(`/hash/photo/${options}`, { headers });
  const type = answer.headers.get('content-type');
  expect(`image/${sniffFormat(await bodyOf(answer))}`).toBe(type);
  return { type, answer };
}

describe('what a client accepts decides', () => {
  test.each([
    ['jpeg', 'w=800', chromeAccept, 'image/avif'],
    ['jpeg', 'w=800', 'image/webp,*/*', 'image/webp'],
    ['jpeg', 'w=800', '*/*', 'image/jpeg'],
    ['jpeg', 'w=800', undefined, 'image/jpeg'],
    ['jpeg', 'w=800', 'image/*', 'image/jpeg'],
    ['jpeg', 'w=800', 'image/avif;q=0, image/webp;q=0.1', 'image/webp'],
    ['jpeg', 'w=800', 'IMAGE/AVIF', 'image/avif'],
    ['jpeg', 'w=1200', chromeAccept, 'image/avif'],
    ['jpeg', 'w=1201', chromeAccept, 'image/webp'],
    ['jpeg', 'w=1201', 'image/avif', 'image/jpeg'],
    ['png', 'w=20', '*/*', 'image/png'],
    ['gif', 'w=20', '*/*', 'image/gif'],
    ['webp', 'w=20', '*/*', 'image/jpeg'],
    ['clearWebp', 'w=20', '*/*', 'image/png'],
    ['avif', 'w=20', '*/*', 'image/jpeg'],
    ['movingGif', 'w=20', chromeAccept, 'image/webp'],
    ['movingGif', 'w=20', '*/*', 'image/gif'],
    ['movingGif', 'w=20,anim=false', chromeAccept, 'image/avif'],
    ['movingWebp', 'w=20', '*/*', 'image/gif'],
    ['jpeg', 'w=20,format=auto', chromeAccept, 'image/avif'],
  ] as const)('%s, %s for %j is %s', async (name, options, accept, expected) => {
    expect((await typeOf(name, options, accept)).type).toBe(expected);
  });
});

describe('a format that was asked for', () => {
  test.each([
    ['jpeg', 'w=20,f=jpeg', chromeAccept, 'image/jpeg'],
    ['jpeg', 'w=20,format=baseline-jpeg', chromeAccept, 'image/jpeg'],
    ['jpeg', 'w=20,format=webp', '*/*', 'image/webp'],
    ['jpeg', 'w=20,format=avif', '*/*', 'image/avif'],
    ['jpeg', 'w=1300,format=avif', chromeAccept, 'image/webp'],
    ['jpeg', 'w=1300,format=avif', '*/*', 'image/jpeg'],
    ['jpeg', 'w=20,format=png-force', '*/*', 'image/png'],
    ['jpeg', 'w=20,format=png', '*/*', 'image/jpeg'],
    ['png', 'w=20,format=png', '*/*', 'image/png'],
    ['movingGif', 'w=20,format=avif', chromeAccept, 'image/webp'],
    ['movingGif', 'w=20,format=jpeg', chromeAccept, 'image/jpeg'],
    ['jpeg', 'w=20,format=avif,compression=fast', chromeAccept, 'image/jpeg'],
    ['png', 'w=20,compression=fast', chromeAccept, 'image/webp'],
  ] as const)('%s, %s for %j is %s', async (name, options, accept, expected) => {
    expect((await typeOf(name, options, accept)).type).toBe(expected);
  });

  test('says why it is another one', async () => {
    const tooLarge = await typeOf('jpeg', 'w=1300,format=avif', chromeAccept);
    expect(explained(tooLarge.answer).get('format')).toBe('webp (avif asked, over 1200 px)');
    expect(tooLarge.answer.headers.get('warning')).toBe('cf-images 299 "image too large for AVIF"');
    const png = await typeOf('jpeg', 'w=20,format=png', '*/*');
    expect(png.answer.headers.get('warning')).toBe(
      'cf-images 299 "JPEG vs PNG selection is automatic"',
    );
    const known = vectors.warnings.map(({ value }) => value);
    expect(known).toContain(tooLarge.answer.headers.get('warning'));
    expect(known).toContain(png.answer.headers.get('warning'));
  });
});

test('no request and no picture lead to a format the client has never named', () => {
  const types = ['image/avif', 'image/webp', 'image/jpeg', 'image/png', '*/*'];
  const scene = fc.record({
    accept: fc.uniqueArray(fc.constantFrom(...types)),
    format: fc.constantFrom('jpeg', 'png', 'gif', 'webp', 'avif', 'heic'),
    hasAlpha: fc.boolean(),
    animated: fc.boolean(),
    fast: fc.boolean(),
    width: fc.integer({ min: 1, max: 3000 }),
    surface: fc.constantFrom('hosted', 'remote'),
  });
  fc.assert(
    fc.property(scene, ({ accept, format, hasAlpha, animated, fast, width, surface }) => {
      const { format: chosen } = negotiateFormat({
        surface,
        format: 'auto',
        fast,
        accept: parseAccept(accept.join(', ')),
        source: { format, hasAlpha },
        animated,
        result: { width, height: 10 },
      });
      if (chosen === 'avif')
        expect(accept.includes('image/avif') && width <= 1200 && !animated).toBe(true);
      if (chosen === 'webp') expect(accept).toContain('image/webp');
      if (animated) expect(['webp', 'gif', 'png']).toContain(chosen);
    }),
  );
});
