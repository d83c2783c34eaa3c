import { describe, expect, it } from 'vitest';
import { createImagesHandler, type ImagesHandlerOptions } from '../../../src/server.js';
import { fakeImages } from './set-up.js';

describe('construction', () => {
  it.each<[string, object, RegExp]>([
    ['no authorize', { authorize: undefined }, /authorize is missing/],
    ['no images', { images: undefined }, /images is missing/],
    ['a wildcard origin', { allowedOrigins: ['*'] }, /whole origins/],
    ['the null origin', { allowedOrigins: ['null'] }, /whole origins/],
    ['an origin with a path', { allowedOrigins: ['https://a.example/'] }, /whole origins/],
    ['a relative base path', { basePath: 'api/images' }, /basePath/],
    ['a base path that climbs', { basePath: '/api/../images' }, /basePath/],
  ])('refuses %s', (_name, options, words) => {
    const all = { images: fakeImages(), authorize: () => true, ...options };
    expect(() => createImagesHandler(all as unknown as ImagesHandlerOptions)).toThrow(words);
  });
});
