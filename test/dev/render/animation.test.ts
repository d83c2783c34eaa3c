import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { animation, decoded, quadrantPicture } from '../delivery/pictures.js';
import { draw } from './draw.js';

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
