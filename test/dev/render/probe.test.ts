import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { RenderPlan } from '../../../src/dev/render/render-plan.js';
import { createSharpRenderer } from '../../../src/dev/render/sharp-renderer.js';
import { animation, plainPicture, quadrantPicture } from '../delivery/pictures.js';

const { probe, render, findBorder } = createSharpRenderer();
const text = (content: string) => new TextEncoder().encode(content);

/** A PNG that is small and says that it is large. */
function pngClaiming(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(100_000));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const plan: RenderPlan = {
  frames: 'first',
  geometry: {
    flip: { horizontal: false, vertical: false },
    rotate: 0,
    scaled: { width: 10, height: 10 },
  },
  look: {},
  canvas: { r: 255, g: 255, b: 255, alpha: 1 },
  encoding: { format: 'webp', quality: 85, metadata: 'none' },
};

describe('an image is told by its bytes', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('%s', async (format) => {
    const facts = await probe(await plainPicture(40, 30, { format }));
    expect(facts).toMatchObject({
      format,
      contentType: `image/${format}`,
      width: 40,
      height: 30,
      pages: 1,
      area: 1200,
    });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('upright for orientation %i', async (orientation) => {
    const facts = await probe(await quadrantPicture(40, 30, orientation));
    expect([facts.width, facts.height]).toEqual(orientation < 5 ? [40, 30] : [30, 40]);
  });

  test.each(['gif', 'webp'] as const)('all frames of a moving %s', async (format) => {
    const facts = await probe(await animation(['red', 'lime', 'blue'], { format }));
    expect(facts).toMatchObject({ width: 40, height: 20, pages: 3, area: 2400 });
  });

  test('transparency', async () => {
    expect(
      (await probe(await plainPicture(4, 4, { format: 'png', color: '#ff000080' }))).hasAlpha,
    ).toBe(true);
    expect((await probe(await plainPicture(4, 4, { format: 'png' }))).hasAlpha).toBe(false);
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20.4px"/>', 30, 20],
    ['<svg viewBox="0 0 64 32"></svg>', 64, 32],
    ['<svg viewBox="0,0,64,32" width="100%"></svg>', 64, 32],
    ['<svg/>          ', 300, 150],
    [
      '<?xml version="1.0"?>\n<!-- <svg width="1"> -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg\n width=\'7\' height="8" data-x=">" >',
      7,
      8,
    ],
    ['\uFEFF<s:svg xmlns:s="http://www.w3.org/2000/svg" width="5" height="0"/>', 5, 1],
  ])('an SVG: %s', async (content, width, height) => {
    expect(await probe(text(content))).toMatchObject({
      format: 'svg',
      width,
      height,
      hasAlpha: true,
    });
  });

  test('HEIC by its brand, even where it cannot be decoded', async () => {
    const { sniffFormat } = await import('../../../src/dev/render/sniff-format.js');
    const box = (brands: string) => {
      const bytes = Buffer.alloc(8 + brands.length);
      bytes.writeUInt32BE(bytes.length);
      bytes.write(`ftyp${brands}`, 4, 'latin1');
      return bytes;
    };
    expect(sniffFormat(box('heic\0\0\0\0mif1heic'))).toBe('heic');
    expect(sniffFormat(box('mif1\0\0\0\0mif1heic'))).toBe('heic');
    expect(sniffFormat(box('mif1\0\0\0\0mif1avif'))).toBe('avif');
    expect(sniffFormat(box('mp42\0\0\0\0isomavc1'))).toBeUndefined();
    await expect(probe(box('heic\0\0\0\0mif1heic'))).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});

describe('what is no image is refused by name', () => {
  test.each([
    ['nothing', new Uint8Array(), 'file-empty'],
    ['a PDF called photo.jpg', text('%PDF-1.7\n%\u00e2\u00e3 1 0 obj'), 'file-type-refused'],
    [
      'a TIFF',
      Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      'file-type-refused',
    ],
    ['a page', text('<!DOCTYPE html><html><svg></svg></html>'), 'file-type-refused'],
    ['a program', text('#!/bin/sh\necho hello'), 'file-type-refused'],
    ['a few bytes', text('GIF89a'), 'file-type-refused'],
    [
      'a JPEG in name only',
      Uint8Array.from([0xff, 0xd8, 0xff, ...text('not a photo at all')]),
      'file-unreadable',
    ],
  ])('%s', async (_, bytes, code) => {
    await expect(probe(bytes)).rejects.toMatchObject({ code });
  });

  test.each(['jpeg', 'png', 'webp', 'gif'] as const)('a %s that was cut short', async (format) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const picture = sharp({
      create: { width: 200, height: 200, channels: 3, background: 'red', noise },
    });
    const whole = await picture.toFormat(format).toBuffer();
    expect(await probe(whole)).toMatchObject({ format });
    for (const share of [0.1, 0.3, 0.6, 0.8, 0.95, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      await expect(probe(cut)).rejects.toMatchObject({ code: 'file-unreadable' });
    }
  });

  test('a JPEG whose thumbnail is whole and which is not', async () => {
    const thumbnail = await plainPicture(16, 16);
    const whole = Buffer.from(await plainPicture(300, 200));
    const head = Buffer.from([0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(thumbnail.length + 2, 2);
    const nested = Buffer.concat([whole.subarray(0, 2), head, thumbnail, whole.subarray(2)]);
    expect(await probe(nested)).toMatchObject({ width: 300 });
    await expect(probe(nested.subarray(0, -400))).rejects.toMatchObject({
      code: 'file-unreadable',
    });
  });
});

describe('a bomb', () => {
  test('is seen for what it claims, without being opened', async () => {
    const bomb = pngClaiming(60_000, 60_000);
    const before = process.memoryUsage().rss;
    expect(await probe(bomb)).toMatchObject({ width: 60_000, height: 60_000, area: 3_600_000_000 });
    await expect(render(bomb, plan)).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(findBorder(bomb, { tolerance: 0 })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  test('of frames is stopped as well', async () => {
    const tight = createSharpRenderer({ maxPixels: 2000 });
    const moving = await animation(['red', 'lime', 'blue']);
    await expect(tight.render(moving, { ...plan, frames: 'all' })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    expect(await tight.render(moving, plan)).toMatchObject({ width: 10, height: 10 });
  });
});
