import { describe, expect, test } from 'vitest';
import { buildDeliveryUrl, createDelivery, getImageProps } from '../../src/url.js';

const accountHash = 'ZWd9g1K7eljCn_KDTu_MWA';

describe('createDelivery', () => {
  test('delivers from imagedelivery.net, by name, unless told otherwise', () => {
    expect(createDelivery({ accountHash })).toEqual({
      accountHash,
      baseUrl: 'https://imagedelivery.net',
      flexible: false,
      variants: {},
      widths: [192, 384, 576, 800, 1088, 1200, 1600, 1920, 2560],
    });
  });

  test.each([
    [{}, 'https://imagedelivery.net/ZWd9g1K7eljCn_KDTu_MWA/a/public'],
    [
      { domain: 'img.example.com' },
      'https://img.example.com/cdn-cgi/imagedelivery/ZWd9g1K7eljCn_KDTu_MWA/a/public',
    ],
    [
      { origin: 'http://localhost:8788/imagedelivery.net/' },
      'http://localhost:8788/imagedelivery.net/ZWd9g1K7eljCn_KDTu_MWA/a/public',
    ],
    [{ origin: '/imagedelivery.net' }, '/imagedelivery.net/ZWd9g1K7eljCn_KDTu_MWA/a/public'],
    [{ origin: '/' }, '/ZWd9g1K7eljCn_KDTu_MWA/a/public'],
  ])('serves from the place it is given: %j', (place, url) => {
    expect(buildDeliveryUrl(createDelivery({ accountHash, ...place }), 'a', 'public')).toBe(url);
  });

  test.each([
    [{ accountHash: '' }],
    [{ accountHash, domain: 'https://img.example.com' }],
    [{ accountHash, widths: [] }],
    [{ accountHash, widths: [200, 0] }],
  ])('refuses what can only break later: %j', (options) => {
    expect(() => createDelivery(options)).toThrow(
      expect.objectContaining({ code: 'invalid-option' }),
    );
  });

  test('never changes the widths or variants it is given', () => {
    const widths = Object.freeze([900, 300, 300]);
    const variants = Object.freeze({ hero: Object.freeze({ width: 1600 }) });
    const delivery = createDelivery({ accountHash, flexible: true, widths, variants });
    const request = Object.freeze({ imageId: 'a', alt: '', width: 900, height: 600 });
    getImageProps(delivery, request);
    expect(delivery.widths).toEqual([300, 900]);
    expect(widths).toEqual([900, 300, 300]);
  });
});
