import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { plainPicture, quadrantPicture } from '../delivery/pictures.js';
import { setStage } from '../delivery/stage.js';
import { createSharpRenderer } from '../../../src/dev/render/sharp-renderer.js';
import { draw } from './draw.js';

describe('files', async () => {
  const photo = await plainPicture(200, 100);

  test('JPEG is progressive, unless it is small or asked not to be', async () => {
    const isProgressive = async (options: string) =>
      (await sharp(await draw(photo, options)).metadata()).isProgressive;
    expect(await isProgressive('w=100,format=jpeg')).toBe(true);
    expect(await isProgressive('w=100,format=baseline-jpeg')).toBe(false);
    expect(await isProgressive('w=40,format=jpeg')).toBe(false);
  });

  test('a lower quality makes a smaller file, by number and by word', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const busy = await sharp({
      create: { width: 200, height: 200, channels: 3, background: 'red', noise },
    })
      .png()
      .toBuffer();
    for (const format of ['jpeg', 'webp', 'avif']) {
      const sizes = [];
      for (const quality of ['10', 'low', 'medium-low', 'medium-high', 'high', '100']) {
        sizes.push((await draw(busy, `format=${format},quality=${quality}`)).length);
      }
      expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    }
  });

  test('PNG with an explicit quality has a palette', async () => {
    const png = await plainPicture(20, 20, { format: 'png' });
    expect((await sharp(await draw(png, 'w=10,q=80')).metadata()).isPalette).toBe(true);
    expect((await sharp(await draw(png, 'w=10')).metadata()).isPalette).toBe(false);
  });

  test('WebP at 100 loses nothing', async () => {
    const body = Buffer.from(await draw(photo, 'w=50,format=webp,q=100'));
    expect(body.includes('VP8L')).toBe(true);
    expect(Buffer.from(await draw(photo, 'w=50,format=webp,q=99')).includes('VP8L')).toBe(false);
  });

  test('are nearer to the service in size when asked, at the price of time', async () => {
    const careful = await setStage({ renderer: createSharpRenderer({ encoding: 'size-true' }) });
    await careful.addImage('photo', photo);
    expect((await careful.get('/hash/photo/w=100,format=webp')).status).toBe(200);
  });
});

describe('metadata of a JPEG', async () => {
  const source = await sharp(await quadrantPicture(60, 40))
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Copyright: 'Jane Doe 2026', Artist: 'Jane' },
      IFD3: { GPSLatitude: '1/1 2/1 3/1' },
    })
    .jpeg()
    .toBuffer();
  const exifOf = async (options: string) =>
    (await sharp(await draw(source, options)).metadata()).exif?.toString('latin1');

  test('keeps the copyright and nothing else, if nobody asks', async () => {
    const exif = await exifOf('w=30,format=jpeg');
    expect(exif).toContain('Jane Doe 2026');
    expect(exif).not.toContain('Jane\0');
  });

  test('keeps everything, upright, also when the pixels went another way', async () => {
    for (const options of [
      'w=30,format=jpeg,metadata=keep',
      'w=30,format=jpeg,metadata=keep,brightness=1.1',
    ]) {
      const body = await draw(source, options);
      const metadata = await sharp(body).metadata();
      expect(metadata.exif?.toString('latin1')).toContain('Jane\0');
      expect(metadata.orientation ?? 1).toBe(1);
      expect([metadata.width, metadata.height]).toEqual([30, 45]);
    }
  });

  test('keeps none when asked, and none in other formats', async () => {
    expect(await exifOf('w=30,format=jpeg,metadata=none')).toBeUndefined();
    expect(await exifOf('w=30,format=webp,metadata=keep')).toBeUndefined();
  });
});
