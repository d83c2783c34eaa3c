import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildDeliveryUrl,
  createDelivery,
  type ImageOptions,
  parseDeliveryUrl,
  printDeliveryUrl,
} from '../../src/url.js';
import vectors from './fixtures/vectors.json' with { type: 'json' };

const delivery = createDelivery({ accountHash: 'hash', flexible: true });

// The vectors name options as Cloudflare does and keep values as text.
function asVector(options: ImageOptions | undefined) {
  if (!options) return null;
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => '.' + letter.toLowerCase()),
      String(value),
    ]),
  );
}

describe('the URL vectors', () => {
  for (const { id, input, kind, parsed } of vectors.url) {
    test(id, () => {
      const parts = parseDeliveryUrl(input);
      if (kind !== 'hosted' || !parsed) return expect(parts).toBeUndefined();
      if (!parts) throw new Error('not parsed');
      expect({
        accountHash: parts.accountHash,
        imageId: parts.imageId,
        variant: parts.variant ?? null,
        options: asVector(parts.options),
        query: Object.fromEntries(new URLSearchParams(parts.query)),
        host: new URL(parts.baseUrl).host,
      }).toEqual(parsed);
      expect(printDeliveryUrl(parts)).toBe(input);
    });
  }
});

describe('parseDeliveryUrl', () => {
  test('takes a signed URL of the API apart', () => {
    expect(parseDeliveryUrl('https://imagedelivery.net/hash/a/b/mobile?exp=1&sig=2')).toEqual({
      baseUrl: 'https://imagedelivery.net',
      accountHash: 'hash',
      imageId: 'a/b',
      variant: 'mobile',
      query: '?exp=1&sig=2',
      spelling: { imageId: 'a/b', last: 'mobile' },
    });
  });

  test('takes numbers and booleans as such', () => {
    expect(
      parseDeliveryUrl(
        'https://imagedelivery.net/hash/a/width=400,anim=false,face-zoom=0.5,slow-connection-quality=low',
      )?.options,
    ).toEqual({ width: 400, anim: false, zoom: 0.5, slowConnectionQuality: 'low' });
  });

  test('leaves out what Cloudflare would not take, and prints it all the same', () => {
    const url = 'https://imagedelivery.net/hash/a/w=abc,__proto__=1,h=20,constructor=2';
    const parts = parseDeliveryUrl(url)!;
    expect(parts.options).toEqual({ height: 20 });
    expect(printDeliveryUrl(parts)).toBe(url);
  });

  test('knows a local origin when it is told', () => {
    const url = 'http://localhost:8788/imagedelivery.net/hash/a/public';
    expect(parseDeliveryUrl(url)).toBeUndefined();
    const parts = parseDeliveryUrl(url, { origin: 'http://localhost:8788/imagedelivery.net/' });
    expect(parts).toMatchObject({ accountHash: 'hash', imageId: 'a', variant: 'public' });
    expect(printDeliveryUrl(parts!)).toBe(url);
    expect(parseDeliveryUrl('/hash/a/public', { origin: '/' })).toMatchObject({ imageId: 'a' });
  });

  test.each([
    '/cdn-cgi/imagedelivery/hash/a/public',
    '//imagedelivery.net/hash/a/public',
    'https://imagedelivery.net/hash/50%off/public',
    'https://imagedelivery.net/hash/a!b/(c)/public#top',
    'https://imagedelivery.net/hash/a%2Fb/public?',
    'https://imagedelivery.net/hash/a//b/quality=85,width=400,w=500',
  ])('prints %s unchanged', (url) => {
    expect(printDeliveryUrl(parseDeliveryUrl(url)!)).toBe(url);
  });

  test.each([
    '',
    'https://imagedelivery.net/hash/a',
    'https://imagedelivery.net/hash/a/',
    'https://imagedelivery.net/hash//public',
    'https://imagedelivery.net.example.com/hash/a/public',
    'https://example.com/?/cdn-cgi/imagedelivery/hash/a/public',
    'https://example.com/a/cdn-cgi/imagedelivery/hash/a/public',
    'https://example.com/photo.jpg',
  ])('is not fooled by "%s"', (url) => {
    expect(parseDeliveryUrl(url)).toBeUndefined();
  });
});

describe('printDeliveryUrl', () => {
  const parts = parseDeliveryUrl('https://imagedelivery.net/hash/50%25off/width=400,fit=cover')!;

  test('keeps the spelling of what did not change', () => {
    const { baseUrl, accountHash, imageId, query, spelling } = parts;
    const kept = { baseUrl, accountHash, imageId, query, spelling: spelling! };
    expect(printDeliveryUrl({ ...kept, variant: 'hero' })).toBe(
      'https://imagedelivery.net/hash/50%25off/hero',
    );
    expect(printDeliveryUrl({ ...kept, options: { ...parts.options, width: 800 } })).toBe(
      'https://imagedelivery.net/hash/50%25off/w=800,fit=cover',
    );
    expect(printDeliveryUrl({ ...parts, imageId: 'a b' })).toBe(
      'https://imagedelivery.net/hash/a%20b/width=400,fit=cover',
    );
  });
});

const share = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
const side = fc.integer({ min: 1, max: 12_000 });
const optionsArbitrary: fc.Arbitrary<ImageOptions> = fc.record(
  {
    width: side,
    height: side,
    dpr: fc.constantFrom(1.5, 2),
    fit: fc.constantFrom('contain', 'cover', 'crop', 'aspect-crop', 'pad', 'squeeze', 'scale-up'),
    gravity: fc.oneof(
      fc.constantFrom('auto', 'face', 'left', 'entropy'),
      fc.tuple(share, share).map(([x, y]) => `${x}x${y}` as const),
    ),
    quality: fc.oneof(fc.integer({ min: 1, max: 84 }), fc.constantFrom('high', 'low')),
    format: fc.constantFrom('avif', 'webp', 'jpeg', 'baseline-jpeg', 'json'),
    anim: fc.constant(false),
    background: fc.constantFrom('red', '#00ff00', 'rgb(1,2,3)', 'rgba(1,2,3,0.5)'),
    blur: fc.integer({ min: 1, max: 250 }),
    saturation: share.filter((value) => value < 1),
    rotate: fc.constantFrom(90, 180, 270),
    trim: fc.constantFrom('border', '1;2;3;4', '0.1;0.2;0.3;0.4'),
    trimWidth: side,
    trimBorderColor: fc.constantFrom('black', '#123456'),
    metadata: fc.constantFrom('keep', 'none'),
  },
  { requiredKeys: [] },
);
const idArbitrary = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc
      .array(fc.constantFrom('a', '/', '%', '%2F', ' ', '?', '#', '=', ','), { minLength: 1 })
      .map((signs) => signs.join('')),
  )
  .filter((id) => !/(^|\/)\.\.?(\/|$)/.test(id));

describe('round trips', () => {
  test('an id and options come back from the URL they made', () => {
    fc.assert(
      fc.property(idArbitrary, optionsArbitrary, (imageId, options) => {
        const url = buildDeliveryUrl(delivery, imageId, options);
        const parts = parseDeliveryUrl(url)!;
        expect(parts).toMatchObject({ accountHash: 'hash', imageId, query: '' });
        expect(parts.options).toEqual(
          Object.keys(options).length === 0 ? { format: 'auto' } : options,
        );
        expect(printDeliveryUrl(parts)).toBe(url);
        expect(printDeliveryUrl({ ...parts, spelling: { imageId: '', last: '' } })).toBe(url);
      }),
    );
  });

  test('an id and a name come back from the URL they made', () => {
    fc.assert(
      fc.property(idArbitrary, fc.string({ minLength: 1 }), (imageId, variant) => {
        fc.pre(variant !== '.' && variant !== '..');
        const parts = parseDeliveryUrl(buildDeliveryUrl(delivery, imageId, variant))!;
        expect(parts).toMatchObject({ imageId, variant });
      }),
    );
  });

  test('equal requests have one URL, in whatever order they are written', () => {
    fc.assert(
      fc.property(optionsArbitrary, (options) => {
        const turned = Object.fromEntries(Object.entries(options).reverse());
        expect(buildDeliveryUrl(delivery, 'a', turned)).toBe(
          buildDeliveryUrl(delivery, 'a', options),
        );
      }),
    );
  });
});

test('every option of the published table is known under every name it has', () => {
  for (const option of vectors.options) {
    const hosted = option.appliesTo.includes('hosted') && option.urlForm;
    for (const key of [option.name, ...option.aliases]) {
      const value = ['12', '0.5', 'red', '1;2;3;4', ...(option.values ?? [])].map(String);
      const read = value.some((text) => {
        const url = `https://imagedelivery.net/hash/a/${key}=${text}`;
        return Object.keys(parseDeliveryUrl(url)!.options!).length === 1;
      });
      expect([key, read || key === 'anim']).toEqual([key, hosted]);
    }
    for (const value of hosted && option.name !== 'width' ? (option.values ?? []) : []) {
      const url = `https://imagedelivery.net/hash/a/${option.name}=${value}`;
      expect([url, Object.values(parseDeliveryUrl(url)!.options!)]).toEqual([url, [value]]);
    }
  }
});
