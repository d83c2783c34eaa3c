import { describe, expect, test } from 'vitest';
import { getVariantSize } from '../../src/url/variant-size.js';
import type { VariantSpec } from '../../src/url.js';
import vectors from './fixtures/vectors.json' with { type: 'json' };

const fits = [undefined, 'scale-down', 'contain', 'cover', 'crop', 'pad'];

describe('the fit vectors that a named variant can have', () => {
  const cases = vectors.fit.filter(
    ({ options }) =>
      fits.includes(options.fit) &&
      !['dpr', 'rotate', 'trim'].some((name) => Object.hasOwn(options, name)),
  );
  test.each(cases)('$id', ({ source, options, expected }) => {
    const size = getVariantSize(options as VariantSpec, source.w, source.h);
    expect(size.map((side) => Math.max(1, Math.round(side)))).toEqual([expected.w, expected.h]);
  });

  test('there are many of them', () => expect(cases.length).toBeGreaterThan(15));
});

test.each<[VariantSpec, number, number]>([
  [{}, 1080, 720],
  [{ fit: 'contain' }, 1080, 720],
  [{ fit: 'crop', width: 540 }, 540, 360],
  [{ fit: 'crop', width: 2000 }, 1080, 720],
  [{ fit: 'pad', width: 2160 }, 2160, 1440],
  [{ fit: 'cover', height: 360 }, 540, 360],
])('one side or none: %j of 1080x720', (spec, width, height) => {
  expect(getVariantSize(spec, 1080, 720)).toEqual([width, height]);
});
