import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readImageFacts } from '../../src/upload/image-facts.js';

const plain = sharp({
  create: { width: 70, height: 50, channels: 4, background: { r: 9, g: 90, b: 9, alpha: 0.5 } },
});

function blob(...parts: (Uint8Array | string)[]): Blob {
  return new Blob(parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part))));
}

it.each([
  ['image/jpeg', () => plain.clone().jpeg()],
  ['image/jpeg', () => plain.clone().jpeg({ progressive: true })],
  ['image/png', () => plain.clone().png()],
  ['image/gif', () => plain.clone().gif()],
  ['image/webp', () => plain.clone().webp()],
  ['image/webp', () => plain.clone().webp({ lossless: true })],
  ['image/webp', () => plain.clone().removeAlpha().webp()],
])('reads type and size of a real %s', async (type, encode) => {
  const bytes = await encode().toBuffer();
  expect(await readImageFacts(blob(bytes))).toMatchObject({ type, width: 70, height: 50 });
});

it('finds the size of a JPEG behind megabytes of other segments', async () => {
  const jpeg = await plain.clone().jpeg().toBuffer();
  const segment = new Uint8Array(65_537);
  segment.set([0xff, 0xe1, 0xff, 0xff]);
  const file = blob(jpeg.subarray(0, 2), ...Array(40).fill(segment), jpeg.subarray(2));
  expect(await readImageFacts(file)).toMatchObject({ width: 70, height: 50 });
});

it.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ['\ufeff<?xml version="1.0"?>\n<!-- made by -->\n<!DOCTYPE svg>\n<svg>', 'image/svg+xml'],
  ['<!doctype html><html><p>hello <svg></svg>', 'text/html'],
  ['<?xml version="1.0"?><!DOCTYPE svg [ <!ENTITY ns "http://x"> ]>\n<svg>', 'image/svg+xml'],
  ['<p><svg></svg></p>', ''],
  ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'image/heic'],
  ['\0\0\0\x1cftypmif1\0\0\0\0mif1heic', 'image/heic'],
  ['\0\0\0\x1cftypavif\0\0\0\0mif1', 'image/avif'],
  ['\0\0\0\x1cftypmif1\0\0\0\0avifmif1', 'image/avif'],
  ['\0\0\0\x18ftypisom\0\0\0\0', 'video/mp4'],
  ['%PDF-1.7', 'application/pdf'],
  ['PK\x03\x04', 'application/zip'],
  ['hello', ''],
  ['', ''],
])('takes %j for %j', async (content, type) => {
  expect((await readImageFacts(blob(content))).type).toBe(type);
});

it.each([
  ['cut after its signature', Uint8Array.of(0xff, 0xd8, 0xff)],
  [
    'with a segment that goes nowhere',
    new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0]),
  ],
  ['of fill bytes only', new Uint8Array(2000).fill(0xff).fill(0xd8, 1, 2)],
])('answers without a size for a JPEG %s', async (_case, bytes) => {
  const facts = await readImageFacts(blob(bytes));
  expect(facts.type).toBe('image/jpeg');
  expect(facts.width).toBeUndefined();
});

it('is not slow on markup that is nothing', async () => {
  const facts = await readImageFacts(blob(`<!--${'-->  <!--'.repeat(400)}`));
  expect(facts.type).toBe('');
});

it.each([
  [1, [60, 40]],
  [3, [60, 40]],
  [6, [40, 60]],
  [8, [40, 60]],
])(
  'the size of a photograph is that of how it is shown: EXIF orientation %i',
  async (orientation, size) => {
    const lying = sharp({ create: { width: 60, height: 40, channels: 3, background: '#345' } });
    const bytes = await lying.jpeg().withMetadata({ orientation }).toBuffer();
    const facts = await readImageFacts(blob(bytes));
    expect([facts.width, facts.height]).toEqual(size);
  },
);
