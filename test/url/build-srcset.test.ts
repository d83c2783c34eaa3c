import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSrcset, createDelivery, type ImageFit } from '../../src/url.js';

const flexible = createDelivery({ accountHash: 'hash', flexible: true });
const named = createDelivery({
  accountHash: 'hash',
  variants: {
    public: { fit: 'scale-down', width: 1366, height: 768 },
    thumbnail: { fit: 'cover', width: 200, height: 200 },
    square: { fit: 'cover', width: 800, height: 800 },
    card: { fit: 'scale-down', width: 400 },
    wide: { fit: 'contain', width: 2400 },
    twin: { fit: 'crop', width: 400, height: 267 },
    whole: {},
  },
});

/** `<last segment> <descriptor>` for each entry. */
function entries(srcset: string): string[] {
  return srcset.split(', ').map((entry) => entry.replace('https://imagedelivery.net/hash/a/', ''));
}

describe('the srcset of flexible variants', () => {
  test('climbs one ladder, to the rung that suffices for density 2', () => {
    expect(buildSrcset(flexible, 'a', { width: 800, height: 600 })).toBe(
      'https://imagedelivery.net/hash/a/w=192 192w, ' +
        'https://imagedelivery.net/hash/a/w=384 384w, ' +
        'https://imagedelivery.net/hash/a/w=576 576w, ' +
        'https://imagedelivery.net/hash/a/w=800 800w, ' +
        'https://imagedelivery.net/hash/a/w=1088 1088w, ' +
        'https://imagedelivery.net/hash/a/w=1200 1200w, ' +
        'https://imagedelivery.net/hash/a/w=1600 1600w',
    );
  });

  test('goes all the way for the full width', () => {
    const srcset = buildSrcset(flexible, 'a', { layout: 'fullWidth', width: 3, height: 2 });
    expect(entries(srcset)).toHaveLength(9);
    expect(entries(srcset).at(-1)).toBe('w=2560 2560w');
  });

  test('ends with the width of the original, never above it', () => {
    const box = { width: 800, height: 600, naturalWidth: 1000 };
    expect(entries(buildSrcset(flexible, 'a', box))).toEqual([
      ...['w=192 192w', 'w=384 384w', 'w=576 576w', 'w=800 800w', 'w=1000 1000w'],
    ]);
    expect(entries(buildSrcset(flexible, 'a', { ...box, naturalWidth: 90 }))).toEqual(['w=90 90w']);
    expect(entries(buildSrcset(flexible, 'a', { ...box, naturalWidth: 1600 })).at(-1)).toBe(
      'w=1600 1600w',
    );
  });

  test('takes an unknown original (naturalWidth 0) for large', () => {
    const box = { width: 100, height: 100, naturalWidth: 0, naturalHeight: 0 };
    expect(entries(buildSrcset(flexible, 'a', box))).toEqual(['w=192 192w', 'w=384 384w']);
  });

  test('has density 1 and 2 of a fixed image', () => {
    const box = { layout: 'fixed', width: 48, height: 48 } as const;
    expect(entries(buildSrcset(flexible, 'a', box))).toEqual(['w=48 1x', 'w=96 2x']);
    expect(entries(buildSrcset(flexible, 'a', { ...box, naturalWidth: 72 }))).toEqual([
      ...['w=48 1x', 'w=72 1.5x'],
    ]);
    expect(entries(buildSrcset(flexible, 'a', { ...box, naturalWidth: 40 }))).toEqual([
      'w=40 0.83x',
    ]);
  });

  test.each<[ImageFit & ('cover' | 'pad'), number, number, string]>([
    ['cover', 3000, 1000, 'w=1000,h=1000,fit=cover 1000w'],
    ['cover', 600, 1000, 'w=600,h=600,fit=cover 600w'],
    ['pad', 600, 1000, 'w=1000,h=1000,fit=pad 1000w'],
  ])('gives %s the ratio of the box and enlarges no %dx%d', (fit, w, h, last) => {
    const box = { width: 800, height: 800, naturalWidth: w, naturalHeight: h, fit };
    expect(entries(buildSrcset(flexible, 'a', box)).at(-1)).toBe(last);
  });

  test('carries the other options along, canonically', () => {
    const box = {
      quality: 60,
      width: 90,
      height: 60,
      fit: 'aspect-crop',
      gravity: 'face',
    } as const;
    expect(entries(buildSrcset(flexible, 'a', box))).toEqual([
      'w=192,h=128,fit=aspect-crop,g=face,q=60 192w',
    ]);
  });

  test('takes the rungs of the delivery', () => {
    const own = createDelivery({ accountHash: 'hash', flexible: true, widths: [900, 300] });
    expect(entries(buildSrcset(own, 'a', { width: 200, height: 100 }))).toEqual([
      ...['w=300 300w', 'w=900 900w'],
    ]);
  });

  test('ascends without repeats and stays within the original, whatever the numbers', () => {
    const side = fc.integer({ min: 1, max: 6000 });
    const layouts = fc.constantFrom('constrained', 'fixed', 'fullWidth');
    fc.assert(
      fc.property(layouts, side, side, side, (layout, width, height, naturalWidth) => {
        const box = { layout, width, height, naturalWidth };
        const widths = entries(buildSrcset(flexible, 'a', box)).map((entry) =>
          Number(/w=(\d+)/.exec(entry)?.[1]),
        );
        expect(widths.length).toBeGreaterThan(0);
        expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b));
        expect(Math.max(...widths)).toBeLessThanOrEqual(naturalWidth);
      }),
    );
  });
});

describe('the srcset of named variants', () => {
  const box = { width: 900, height: 600, naturalWidth: 1500, naturalHeight: 1000 };

  test('says the width each variant really makes, of one shape, each width once', () => {
    expect(entries(buildSrcset(named, 'a', box))).toEqual([
      ...['card 400w', 'public 1152w', 'whole 1500w', 'wide 2400w'],
    ]);
  });

  test('takes the shape of the box', () => {
    expect(entries(buildSrcset(named, 'a', { ...box, width: 400, height: 400 }))).toEqual([
      ...['thumbnail 200w', 'square 800w'],
    ]);
  });

  test('takes the nearest shape there is', () => {
    const variants = ['thumbnail', 'card', 'public'] as const;
    const tall = { ...box, width: 300, height: 400, variants };
    expect(entries(buildSrcset(named, 'a', tall))).toEqual(['thumbnail 200w']);
  });

  test('leaves the variants to choose from to the caller', () => {
    const variants = ['public', 'card'] as const;
    expect(entries(buildSrcset(named, 'a', { ...box, variants }))).toEqual([
      ...['card 400w', 'public 1152w'],
    ]);
    const both = createDelivery({ accountHash: 'hash', flexible: true, variants: named.variants });
    expect(entries(buildSrcset(both, 'a', { ...box, variants }))).toEqual([
      ...['card 400w', 'public 1152w'],
    ]);
  });

  test('trusts the ratio of the box while the original is unknown, and drops unknown widths', () => {
    expect(entries(buildSrcset(named, 'a', { width: 900, height: 600 }))).toEqual([
      ...['card 400w', 'public 1152w', 'wide 2400w'],
    ]);
  });

  test('falls back to public', () => {
    const plain = createDelivery({ accountHash: 'hash' });
    expect(entries(buildSrcset(plain, 'a', box))).toEqual(['public 900w']);
  });

  test('does not take inherited names for variants', () => {
    const plain = createDelivery({ accountHash: 'hash' });
    const request = { width: 9, height: 6, variants: ['constructor'] };
    expect(entries(buildSrcset(plain, 'a', request))).toEqual(['constructor 9w']);
  });
});

test.each([0, -1, Number.NaN, undefined])('a width of %s is refused', (width) => {
  const box = { width: width as number, height: 100 };
  expect(() => buildSrcset(flexible, 'a', box)).toThrow(
    expect.objectContaining({ code: 'invalid-option' }),
  );
});
