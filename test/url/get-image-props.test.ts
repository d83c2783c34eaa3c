import { describe, expect, test } from 'vitest';
import { createDelivery, getImageProps } from '../../src/url.js';

const flexible = createDelivery({ accountHash: 'hash', flexible: true });
const named = createDelivery({
  accountHash: 'hash',
  variants: { small: { width: 400 }, large: { width: 1600 } },
});
const request = { imageId: 'a', alt: 'A cat', width: 384, height: 256 };
const base = 'https://imagedelivery.net/hash/a';
const style = { height: 'auto', maxWidth: '100%' };

describe('getImageProps', () => {
  test('says everything an <img> needs, src last', () => {
    const props = getImageProps(flexible, request);
    expect(props).toEqual({
      alt: 'A cat',
      width: 384,
      height: 256,
      loading: 'lazy',
      decoding: 'async',
      style,
      sizes: '(min-width: 384px) 384px, 100vw',
      srcSet: `${base}/w=192 192w, ${base}/w=384 384w, ${base}/w=576 576w, ${base}/w=800 800w`,
      src: `${base}/w=384`,
    });
    expect(Object.keys(props).at(-1)).toBe('src');
  });

  test('makes a priority image eager, and its sizes plain', () => {
    expect(getImageProps(flexible, { ...request, priority: true })).toMatchObject({
      loading: 'eager',
      fetchPriority: 'high',
      sizes: '(min-width: 384px) 384px, 100vw',
    });
  });

  test('needs no sizes for a fixed image', () => {
    const props = getImageProps(flexible, { ...request, layout: 'fixed' });
    expect(props).not.toHaveProperty('sizes');
    expect(props.srcSet).toBe(`${base}/w=384 1x, ${base}/w=768 2x`);
  });

  test('spreads over the window in full width, where src serves a plain desktop', () => {
    expect(getImageProps(flexible, { ...request, layout: 'fullWidth' })).toMatchObject({
      style: { width: '100%', ...style },
      sizes: '100vw',
      src: `${base}/w=1200`,
    });
  });

  test.each([
    ['50vw', 'auto, 50vw'],
    ['auto, 50vw', 'auto, 50vw'],
    ['auto', 'auto'],
  ])('keeps own sizes of %s as the fallback', (sizes, shown) => {
    expect(getImageProps(flexible, { ...request, fit: 'cover', sizes }).sizes).toBe(shown);
  });

  // With `auto` Chromium lays the box out by width and height alone.
  test.each([
    ['nobody knows the ratio', {}, false],
    ['the URL makes the ratio', { fit: 'cover' as const }, true],
    ['the original has the ratio', { naturalWidth: 768, naturalHeight: 512 }, true],
    ['the original has another ratio', { naturalWidth: 800, naturalHeight: 800 }, false],
    ['a small original is left as it is', { fit: 'crop' as const }, false],
  ])('leaves the size to the browser only if nothing can be stretched: %s', (_, more, isAuto) => {
    const { sizes } = getImageProps(flexible, { ...request, ...more });
    expect(sizes?.startsWith('auto, ')).toBe(isAuto);
  });

  test('leaves out a srcset of one', () => {
    const props = getImageProps(flexible, { ...request, naturalWidth: 100 });
    expect(props).not.toHaveProperty('srcSet');
    expect(props).not.toHaveProperty('sizes');
    expect(props.src).toBe(`${base}/w=100`);
  });

  test('shows exactly the variant that is named', () => {
    expect(getImageProps(named, { ...request, variant: 'large' })).toEqual({
      ...{ alt: 'A cat', width: 384, height: 256, loading: 'lazy', decoding: 'async', style },
      src: `${base}/large`,
    });
  });

  test('uses all variants where flexible ones are off', () => {
    expect(getImageProps(named, request)).toMatchObject({
      srcSet: `${base}/small 400w, ${base}/large 1600w`,
      src: `${base}/small`,
    });
    expect(getImageProps(named, { ...request, layout: 'fixed' }).sizes).toBe('384px');
  });

  test('shows public where nothing else is known', () => {
    const plain = createDelivery({ accountHash: 'hash' });
    expect(getImageProps(plain, request)).toMatchObject({ src: `${base}/public` });
  });

  test('plans again for what differs, and not for another image', () => {
    const other = getImageProps(flexible, { ...request, imageId: 'b', quality: 50 });
    expect(other.src).toBe('https://imagedelivery.net/hash/b/w=384,q=50');
    for (let width = 1; width < 1200; width++)
      expect(getImageProps(flexible, { ...request, width }).width).toBe(width);
    expect(getImageProps(flexible, request).src).toBe(`${base}/w=384`);
  });

  test('never changes what it is given', () => {
    const own = Object.freeze({ color: 'red' });
    const variants = Object.freeze(['large', 'small'] as const);
    const frozen = Object.freeze({ ...request, style: own, variants });
    expect(getImageProps(named, frozen).srcSet).toContain('small 400w, ');
    expect(variants).toEqual(['large', 'small']);
  });
});
