import sharp from 'sharp';
import { expect, it } from 'vitest';
import { ImagesError } from '../../src/protocol/images-error.js';
import { checkFile } from '../../src/upload/check-file.js';
import { pngFile, pngHeader } from './sample-files.js';

async function reasonsOf(file: File, options = {}): Promise<string[]> {
  return (await checkFile(file, options)).reasons.map(({ code }) => code);
}

it('takes a real image, whatever its name says', async () => {
  expect(await reasonsOf(pngFile('photo'))).toEqual([]);
});

it('refuses an empty file as empty, and not also as no image', async () => {
  expect(await reasonsOf(new File([], 'cat.png', { type: 'image/png' }))).toEqual(['file-empty']);
});

it('refuses over the limit of bytes, and says both numbers', async () => {
  const { reasons } = await checkFile(pngFile('big.png', 3 * 1024 * 1024), {
    maxBytes: 2 * 1024 * 1024,
  });
  expect(reasons.map(({ message }) => message)).toEqual([
    'big.png is 3.0 MB, over the limit of 2.0 MB. Make it smaller first.',
  ]);
});

it('takes exactly the limit', async () => {
  const file = pngFile();
  expect(await reasonsOf(file, { maxBytes: file.size })).toEqual([]);
  expect(await reasonsOf(file, { maxBytes: file.size - 1 })).toEqual(['file-too-large']);
});

it.each([
  [12_000, 100, []],
  [12_001, 100, ['image-dimensions-exceeded']],
  [100, 12_001, ['image-dimensions-exceeded']],
  [10_000, 10_000, []],
  [10_001, 10_000, ['image-area-exceeded']],
  [12_001, 12_001, ['image-dimensions-exceeded', 'image-area-exceeded']],
])('a PNG of %i x %i: %j', async (width, height, codes) => {
  expect(await reasonsOf(pngHeader(width, height))).toEqual(codes);
});

it('leaves a wide WebP alone, as the limits page does', async () => {
  const bytes = await sharp({
    create: { width: 13_000, height: 4, channels: 3, background: 'red' },
  })
    .webp()
    .toBuffer();
  expect(await reasonsOf(new File([new Uint8Array(bytes)], 'wide.webp'))).toEqual([]);
});

it('keeps every reason, those of the app too', async () => {
  const check = () => new ImagesError('invalid-option', 'Not on Sundays.');
  const reasons = await reasonsOf(new File(['%PDF-1.4'], 'a.png'), {
    maxBytes: 3,
    checks: [check, () => undefined, async () => check()],
  });
  expect(reasons).toEqual([
    'file-type-refused',
    'file-too-large',
    'invalid-option',
    'invalid-option',
  ]);
});

it('tells the app what the content is', async () => {
  const facts: unknown[] = [];
  await checkFile(pngHeader(30, 20), { checks: [(input) => void facts.push(input.facts)] });
  expect(facts).toEqual([{ type: 'image/png', label: 'a PNG image', width: 30, height: 20 }]);
});

it('says that a file cannot be read', async () => {
  const file = pngFile('gone.png');
  file.slice = () => {
    throw new DOMException('gone', 'NotReadableError');
  };
  expect(await reasonsOf(file)).toEqual(['file-unreadable']);
});

it.each([
  ['image/png', 'dot.png', true],
  ['image/*', 'dot.png', true],
  ['image/jpeg, image/png', 'dot.png', true],
  ['.PNG', 'dot.png', true],
  ['image/jpeg', 'dot.png', false],
  ['image/jpeg', 'dot.jpg', false],
  ['.jpg', 'dot.jpg', true],
  ['  ', 'dot.png', true],
  ['image/x-png', 'dot.png', true],
  ['image/jpeg,', 'dot.png', false],
])('with accept="%s" a PNG named %s passes: %s', async (accept, name, passes) => {
  expect(await reasonsOf(pngFile(name), { accept })).toEqual(passes ? [] : ['file-type-refused']);
});

const avif = () => new File(['\0\0\0\x1cftypavif\0\0\0\0'], 'a.avif');
const jpeg = () => new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], 'a.jpeg');
const pdf = () => new File(['%PDF-1.4'], 'a.pdf');

it.each([
  [undefined, avif, false],
  ['image/*', avif, false],
  ['image/png, image/avif', avif, true],
  ['.avif', avif, true],
  ['image/jpg', jpeg, true],
  ['.jpg', jpeg, false],
  ['*/*', pdf, false],
  ['.pdf', pdf, false],
])('with accept="%s" %o passes: %s', async (accept, file, passes) => {
  expect(await reasonsOf(file(), { accept })).toEqual(passes ? [] : ['file-type-refused']);
});

it('never takes bytes of no kind that we know', async () => {
  for (const accept of ['image/png,', ',', '.png', '*/*', 'image/*']) {
    expect(await reasonsOf(new File(['hello'], 'a.png'), { accept })).toEqual([
      'file-type-refused',
    ]);
  }
});
