import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { animation, decoded, plainPicture, quadrantPicture } from '../delivery/pictures.js';
import { bodyOf, setStage } from '../delivery/stage.js';

const stage = await setStage();

async function draw(
  source: Uint8Array,
  options: string,
  init: RequestInit = {},
): Promise<Uint8Array> {
  const id = `picture-${Math.random()}`;
  await stage.addImage(id, source);
  const answer = await stage.get(`/hash/${id}/${options}`, init);
  if (answer.status !== 200) throw new Error(await answer.text());
  return bodyOf(answer);
}

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

describe('an animation', () => {
  const colors = ['#ff0000', '#00ff00', '#0000ff'];
  const framesOf = async (bytes: Uint8Array) => {
    const metadata = await sharp(bytes).metadata();
    const pages = Array.from({ length: metadata.pages ?? 1 }, async (_, page) => {
      const frame = await sharp(bytes, { page }).ensureAlpha().raw().toBuffer();
      return [...frame.subarray(0, 3)].map((value) => (value > 128 ? 1 : 0)).join('');
    });
    return { ...metadata, colors: await Promise.all(pages) };
  };

  test.each([
    ['w=20', [20, 10]],
    ['fit=cover,w=10,h=10', [10, 10]],
    ['fit=pad,w=20,h=20,background=black', [20, 20]],
    ['rotate=90', [20, 40]],
    ['rotate=180', [40, 20]],
    ['flip=v', [40, 20]],
    ['flip=hv,rotate=270,w=10', [10, 20]],
    ['blur=10,brightness=1.1', [40, 20]],
    ['fit=cover,w=10,h=10,g=auto', [10, 10]],
    ['trim=2;2;2;2', [36, 16]],
  ])(
    'keeps its frames, their order and their time through %s',
    async (options, [width, height]) => {
      for (const format of ['gif', 'webp'] as const) {
        const source = await animation(colors, { format });
        const accept = format === 'gif' ? '*/*' : 'image/webp';
        const moved = await framesOf(await draw(source, options, { headers: { accept } }));
        expect(moved).toMatchObject({
          format,
          width,
          height,
          pages: 3,
          loop: 0,
          delay: [100, 200, 300],
        });
        if (!options.includes('pad')) expect(moved.colors).toEqual(['100', '010', '001']);
      }
    },
  );

  test('turns each frame as it turns a still', async () => {
    const quadrants = await sharp(await quadrantPicture(40, 20))
      .png()
      .toBuffer();
    const moving = await sharp([quadrants, await sharp(quadrants).negate().png().toBuffer()], {
      join: { animated: true },
    })
      .webp({ lossless: true, delay: [100, 100] })
      .toBuffer();
    for (const turn of [
      'rotate=90',
      'rotate=270',
      'flip=v',
      'flip=h,rotate=90',
      'flip=hv,rotate=180',
    ]) {
      const still = await decoded(await draw(quadrants, `${turn},format=png-force`));
      const moved = await decoded(
        await draw(moving, `${turn},quality=100`, { headers: { accept: 'image/webp' } }),
      );
      expect([moved.width, moved.height]).toEqual([still.width, still.height]);
      for (const [x, y] of [
        [2, 2],
        [still.width - 3, 2],
        [2, still.height - 3],
      ] as const) {
        expect(moved.at(x, y)).toEqual(still.at(x, y));
      }
    }
  });

  test('stands still with anim=false and in formats that know no motion', async () => {
    const source = await animation(colors);
    for (const options of ['anim=false', 'format=jpeg', 'format=png-force']) {
      expect((await framesOf(await draw(source, options))).pages ?? 1).toBe(1);
    }
  });
});

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
    const { createSharpRenderer } = await import('../../../src/dev/render/sharp-renderer.js');
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
