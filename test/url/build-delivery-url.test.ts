import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isImagesError } from '../../src/protocol/images-error.js';
import { buildDeliveryUrl, createDelivery, type ImageOptions } from '../../src/url.js';

const base = 'https://imagedelivery.net/ZWd9g1K7eljCn_KDTu_MWA';
const delivery = createDelivery({ accountHash: 'ZWd9g1K7eljCn_KDTu_MWA', flexible: true });

describe('a named variant', () => {
  test.each([
    ['083eb7b2-5392-4565-b69e-aff66acddd00', `${base}/083eb7b2-5392-4565-b69e-aff66acddd00/public`],
    ['this/is/my-customid', `${base}/this/is/my-customid/public`],
    ['sale/50%off', `${base}/sale/50%25off/public`],
    ['a%2Fb', `${base}/a%252Fb/public`],
    ['caf\u00e9/1', `${base}/caf%C3%A9/1/public`],
    ['my cat?#&=.jpg', `${base}/my%20cat%3F%23%26%3D.jpg/public`],
    ['a//b', `${base}/a//b/public`],
    ['\u{1f431}', `${base}/%F0%9F%90%B1/public`],
  ])('stands behind the id %s', (imageId, url) => {
    expect(buildDeliveryUrl(delivery, imageId, 'public')).toBe(url);
    expect(new URL(url).href).toBe(url);
  });

  test.each(['', '.', '..', 'a/../b', 'a/.'])(
    'refuses the id "%s", which no URL can hold',
    (id) => {
      expect(() => buildDeliveryUrl(delivery, id, 'public')).toThrow(/imageId/);
    },
  );

  test('refuses an empty name', () => {
    expect(() => buildDeliveryUrl(delivery, 'a', '')).toThrow(
      expect.objectContaining({ code: 'invalid-option' }),
    );
  });
});

describe('options', () => {
  test.each<[ImageOptions, string]>([
    [{ width: 400, sharpen: 3 }, 'w=400,sharpen=3'],
    [{ sharpen: 3, width: 400 }, 'w=400,sharpen=3'],
    [
      { fit: 'cover', width: 300, height: 300, gravity: '0.5x0.33', trim: '20;30;20;0' },
      'w=300,h=300,fit=cover,g=0.5x0.33,trim=20;30;20;0',
    ],
    [
      { fit: 'pad', width: 1080, height: 900, background: '#FF0000' },
      'w=1080,h=900,fit=pad,background=%23ff0000',
    ],
    [{ background: 'rgb(240, 40, 145)' }, 'background=rgb%28240%2C40%2C145%29'],
    [{ background: 'rgba(0 0 0 / 50%)' }, 'background=rgba%280%200%200%20%2F%2050%25%29'],
    [
      { slowConnectionQuality: 'low', quality: 'high', format: 'webp', anim: false },
      'q=high,scq=low,f=webp,anim=false',
    ],
    [
      { trim: 'border', trimBorderColor: 'red', trimBorderTolerance: 255, trimBorderKeep: 3 },
      'trim=border,trim.border.color=red,trim.border.tolerance=255,trim.border.keep=3',
    ],
    [
      { trimTop: 0.1, trimLeft: 30, trimWidth: 678, trimHeight: 0.5 },
      'trim.top=0.1,trim.left=30,trim.width=678,trim.height=0.5',
    ],
    [
      { upscale: 'generate', segment: 'foreground', compression: 'fast', metadata: 'none' },
      'metadata=none,compression=fast,segment=foreground,upscale=generate',
    ],
    [
      { rotate: 90, flip: 'hv', blur: 250, zoom: 0.5, dpr: 1.5 },
      'dpr=1.5,zoom=0.5,blur=250,rotate=90,flip=hv',
    ],
    [
      { brightness: 1.1, contrast: 0.9, gamma: 2, saturation: 0 },
      'brightness=1.1,contrast=0.9,gamma=2,saturation=0',
    ],
  ])('%j are written short, in one order', (options, last) => {
    expect(buildDeliveryUrl(delivery, 'a', options)).toBe(`${base}/a/${last}`);
  });

  const defaults: ImageOptions = {
    ...{ dpr: 1, fit: 'scale-down', gravity: 'center', zoom: 0, quality: 85, format: 'auto' },
    ...{ anim: true, background: '#FFFFFF', blur: 0, brightness: 1, contrast: 1, gamma: 1 },
    ...{ saturation: 1, sharpen: 0, rotate: 0, metadata: 'copyright', upscale: 'interpolate' },
  };

  test('that say the default are left out', () => {
    expect(buildDeliveryUrl(delivery, 'a', { ...defaults, width: 40 })).toBe(`${base}/a/w=40`);
    expect(buildDeliveryUrl(delivery, 'a', { background: 'white', width: 40 })).toBe(
      `${base}/a/w=40`,
    );
  });

  test('that come to nothing still make a URL, because it has to end in one', () => {
    expect(buildDeliveryUrl(delivery, 'a', defaults)).toBe(`${base}/a/f=auto`);
    expect(buildDeliveryUrl(delivery, 'a', { width: undefined })).toBe(`${base}/a/f=auto`);
  });

  const refused: Record<keyof ImageOptions, unknown[]> = {
    width: [0, -1, 1.5, Number.NaN, Infinity, 1e21, 'auto', null, '100,fit=cover'],
    height: [0, 0.5, {}],
    dpr: [0, 2.1, 3, -1],
    fit: ['fill', 'constructor', 'cover|crop'],
    gravity: ['middle', '0.5', '2x1', '0.5x', '0.5x1.5', '0.5x0.5x0.5'],
    zoom: [1.1, -0.1],
    quality: [0, 101, 50.5, 'best'],
    slowConnectionQuality: [0, 101, 'worst'],
    format: ['gif', 'jpg'],
    anim: [0, 'no'],
    background: ['#ff', 'red,blur=5', 'url(x)', 'rot gr\u00fcn', '#\u0660\u0660\u0660'],
    blur: [251, -1, 1.5],
    brightness: [-1, 'bright'],
    contrast: [-1],
    gamma: [-1],
    saturation: [-0.5],
    sharpen: [10.5, 11, -1],
    rotate: [45, 360],
    flip: ['x', 'vh'],
    trim: ['20', '1;2;3', '1;2;3;4;', '1;2;3;-4', 'edges'],
    trimTop: [-1],
    trimLeft: [-1],
    trimWidth: [-1],
    trimHeight: ['half'],
    trimBorderColor: ['#g00000'],
    trimBorderTolerance: [256, 0.5],
    trimBorderKeep: [-1, 0.5],
    metadata: ['all'],
    compression: ['slow'],
    segment: ['background'],
    upscale: ['ai'],
  };

  test.each(
    Object.entries(refused).flatMap(([name, values]) => values.map((value) => [name, value])),
  )('%s refuses %s', (name, value) => {
    const build = () => buildDeliveryUrl(delivery, 'a', { [name as string]: value });
    expect(build).toThrow(
      expect.objectContaining({
        code: 'invalid-option',
        message: expect.stringContaining(name as string) as string,
      }),
    );
  });

  test('are refused where flexible variants are off', () => {
    const named = createDelivery({ accountHash: 'hash' });
    // @ts-expect-error options need a flexible delivery
    const build = () => buildDeliveryUrl(named, 'a', { width: 100 });
    expect(build).toThrow(expect.objectContaining({ code: 'invalid-option' }));
  });
});

test('whatever the id is, the URL is a URL and holds no more than the id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (imageId) => {
      try {
        const url = buildDeliveryUrl(delivery, imageId, 'public');
        expect(new URL(url).href).toBe(url);
        expect(new URL(url).search + new URL(url).hash).toBe('');
      } catch (error) {
        expect(isImagesError(error, 'invalid-option')).toBe(true);
      }
    }),
  );
});
