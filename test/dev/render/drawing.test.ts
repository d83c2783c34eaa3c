import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decoded, plainPicture, quadrantPicture } from '../delivery/pictures.js';
import { bodyOf, setStage } from '../delivery/stage.js';
import { draw } from './draw.js';

const pixel = async (source: Uint8Array, options: string, x = 0, y = 0) => {
  return (await decoded(await draw(source, `${options},format=png-force`))).at(x, y);
};

describe('colours', async () => {
  const gray = await plainPicture(20, 20, { format: 'png', color: '#808080' });
  const red = await plainPicture(20, 20, { format: 'png', color: '#c86464' });

  test.each([
    ['brightness=0.5', [64, 64, 64]],
    ['brightness=2', [255, 255, 255]],
    ['brightness=0', [128, 128, 128]],
    ['contrast=0', [128, 128, 128]],
    ['contrast=2', [129, 129, 129]],
    ['gamma=0.5', [181, 181, 181]],
    ['gamma=2', [64, 64, 64]],
    ['gamma=0', [128, 128, 128]],
    ['gamma=1,brightness=1,contrast=1,saturation=1', [128, 128, 128]],
  ])('%s of middle grey', async (options, expected) => {
    expect((await pixel(gray, options)).slice(0, 3)).toEqual(expected);
  });

  test('contrast moves dark and light apart', async () => {
    expect((await pixel(red, 'contrast=2')).slice(0, 3)).toEqual([255, 73, 73]);
  });

  test('saturation 0 is grey', async () => {
    const [r = 0, g = 0, b = 0] = await pixel(red, 'saturation=0');
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(4);
    const [more = 0] = await pixel(red, 'saturation=2');
    expect(more).toBeGreaterThan(200);
  });

  test('gamma goes the other way when the guess says so', async () => {
    const other = await setStage({ guesses: { gammaDirection: 'below-darkens' } });
    await other.addImage('gray', gray);
    const body = await bodyOf(await other.get('/hash/gray/gamma=0.5,format=png-force'));
    expect((await decoded(body)).at(0, 0).slice(0, 3)).toEqual([64, 64, 64]);
  });

  test('transparency is left alone', async () => {
    const clear = await plainPicture(20, 20, { format: 'png', color: '#80808080' });
    expect(await pixel(clear, 'brightness=0.5')).toEqual([64, 64, 64, 128]);
  });
});

describe('sharpness', async () => {
  const edge = await quadrantPicture(100, 100);

  test('blur mixes what lies side by side', async () => {
    const near = async (options: string) => (await pixel(edge, options, 40, 10))[1] ?? 0;
    expect(await near('blur=40')).toBeGreaterThan((await near('fit=scale-down')) + 20);
  });

  test('sharpen raises the difference at an edge', async () => {
    const light = await plainPicture(50, 20, { format: 'png', color: '#b0b0b0' });
    const soft = await sharp(light)
      .extend({ left: 50, background: '#505050' })
      .blur(1.5)
      .png()
      .toBuffer();
    const rise = async (options: string) => {
      const [dark = 0] = await pixel(soft, options, 48, 10);
      const [bright = 0] = await pixel(soft, options, 51, 10);
      return bright - dark;
    };
    expect(await rise('sharpen=3')).toBeGreaterThan((await rise('sharpen=0')) + 5);
  });
});

describe('what lies under and around', async () => {
  const clear = await plainPicture(40, 20, { format: 'png', color: '#ff000000' });

  test.each([
    ['w=40,format=jpeg', [255, 255, 255, 255]],
    ['w=40,format=jpeg,background=blue', [0, 0, 255, 255]],
    ['w=40,format=jpeg,background=rgba(0%2C0%2C255%2C0)', [255, 255, 255, 255]],
    ['w=40,format=png-force,background=lime', [0, 255, 0, 255]],
    ['w=40,format=webp', [0, 0, 0, 0]],
  ])('%s', async (options, expected) => {
    const got = (await decoded(await draw(clear, options))).at(20, 10);
    if (expected[3] === 0) expect(got[3]).toBe(0);
    else
      got.forEach((value, index) =>
        expect(Math.abs(value - (expected[index] ?? 0))).toBeLessThan(3),
      );
  });

  test('pad is white unless told otherwise, and its colour is not brightened', async () => {
    const photo = await plainPicture(40, 20, { color: '#400000' });
    expect(await pixel(photo, 'w=40,h=40,fit=pad')).toEqual([255, 255, 255, 255]);
    expect(await pixel(photo, 'w=40,h=40,fit=pad,background=%23102030')).toEqual([16, 32, 48, 255]);
    expect(
      await pixel(photo, 'w=40,h=40,fit=pad,background=%23102030,brightness=2,blur=10'),
    ).toEqual([16, 32, 48, 255]);
    expect(await pixel(photo, 'w=40,h=40,fit=pad,background=transparent')).toMatchObject({ 3: 0 });
  });

  test('trim=border finds the motif, exactly', async () => {
    const motif = await plainPicture(30, 10, { format: 'png', color: '#0000ff' });
    const framed = await sharp(motif)
      .extend({ top: 5, right: 7, bottom: 9, left: 11, background: '#fafafa' })
      .png()
      .toBuffer();
    const sizeOf = async (options: string) => {
      const { width, height } = await decoded(await draw(framed, options));
      return [width, height];
    };
    expect(await sizeOf('trim=border')).toEqual([30, 10]);
    expect(await sizeOf('trim=border,trim.border.keep=2')).toEqual([34, 14]);
    expect(await sizeOf('trim=border,trim.border.keep=8')).toEqual([30 + 8 + 7, 10 + 5 + 8]);
    expect(await sizeOf('trim.border.color=blue')).toEqual([48, 24]);
    expect(await sizeOf('trim=border,trim.border.color=white')).toEqual([30, 10]);
    expect(await sizeOf('trim=border,trim.border.color=white,trim.border.tolerance=0')).toEqual([
      48, 24,
    ]);
    expect(await sizeOf('trim=border,trim.border.tolerance=255')).toEqual([48, 24]);
    expect(await sizeOf('trim=border,rotate=90,width=5')).toEqual([5, 15]);
  });
});

describe('a smart cut', () => {
  test.each(['auto', 'face', 'entropy'])(
    'with gravity=%s keeps what stands out',
    async (gravity) => {
      const detail = await sharp({
        create: {
          width: 40,
          height: 40,
          channels: 3,
          background: 'red',
          noise: { type: 'gaussian', mean: 128, sigma: 90 },
        },
      })
        .png()
        .toBuffer();
      const scene = await sharp({
        create: { width: 300, height: 60, channels: 3, background: '#303030' },
      })
        .composite([{ input: detail, left: 250, top: 10 }])
        .png()
        .toBuffer();
      const body = await draw(
        scene,
        `fit=cover,width=60,height=60,gravity=${gravity},format=png-force`,
      );
      const { channels } = await sharp(body).stats();
      expect(Math.max(...channels.map(({ max }) => max))).toBeGreaterThan(150);
      const turned = await decoded(
        await draw(scene, `fit=cover,width=60,height=30,rotate=90,flip=h,gravity=${gravity}`),
      );
      expect([turned.width, turned.height]).toEqual([60, 30]);
    },
  );
});

describe('pictures of every kind', async () => {
  const brown = sharp({ create: { width: 60, height: 40, channels: 3, background: '#804020' } });
  const kinds = {
    'print colours': await brown.clone().toColourspace('cmyk').jpeg().toBuffer(),
    'sixteen bits': await brown.clone().toColourspace('rgb16').png().toBuffer(),
    'shades of grey': await brown.clone().toColourspace('b-w').png().toBuffer(),
    'transparent grey': await brown.clone().ensureAlpha(0.5).toColourspace('b-w').png().toBuffer(),
    'a palette': await brown.clone().png({ palette: true }).toBuffer(),
    'a wide gamut': await brown.clone().withIccProfile('p3').jpeg().toBuffer(),
  };

  test.each(Object.entries(kinds))('%s', async (_, source) => {
    for (const [options, width, height] of [
      ['w=30,f=jpeg', 30, 20],
      ['w=30,f=webp,brightness=1.2,saturation=0.5', 30, 20],
      ['w=30,h=30,fit=pad,f=avif,blur=4', 30, 30],
      ['w=10,h=30,fit=cover,g=auto', 10, 30],
      ['trim=border', 60, 40],
    ] as const) {
      const { space, ...size } = await sharp(await draw(source, options)).metadata();
      expect(size).toMatchObject({ width, height, depth: 'uchar' });
      expect(['srgb', 'b-w']).toContain(space);
    }
  });
});
