import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { predict, type Scene } from './geometry-oracle.js';
import { decoded, quadrantColors, quadrantPicture } from './pictures.js';
import { bodyOf, explained, setStage } from './stage.js';

const sizes = [
  { width: 96, height: 64 },
  { width: 60, height: 110 },
  { width: 81, height: 81 },
];

const length = fc.option(fc.integer({ min: 4, max: 220 }), { nil: undefined, freq: 4 });

const scenes: fc.Arbitrary<Scene> = fc.record({
  stored: fc.constantFrom(...sizes),
  orientation: fc.integer({ min: 1, max: 8 }),
  fit: fc.constantFrom(
    'scale-down',
    'contain',
    'cover',
    'crop',
    'aspect-crop',
    'pad',
    'squeeze',
    'scale-up',
  ),
  width: length,
  height: length,
  dpr: fc.constantFrom(1, 1, 1.5, 2),
  gravity: fc.oneof(
    fc.constantFrom('left', 'right', 'top', 'bottom', 'center'),
    fc.record({ x: fc.constantFrom(0, 0.25, 0.33, 1), y: fc.constantFrom(0, 0.5, 0.9, 1) }),
  ),
  rotate: fc.constantFrom(0, 0, 90, 180, 270),
  flip: fc.constantFrom('', '', 'h', 'v', 'hv'),
});

function urlOptions({ fit, width, height, dpr, gravity, rotate, flip }: Scene): string {
  const point = typeof gravity === 'string' ? gravity : `${gravity.x}x${gravity.y}`;
  const pieces = [
    `fit=${fit}`,
    `gravity=${point}`,
    `dpr=${dpr}`,
    'background=black',
    'format=png-force',
    width !== undefined && `width=${width}`,
    height !== undefined && `height=${height}`,
    rotate !== 0 && `rotate=${rotate}`,
    flip !== '' && `flip=${flip}`,
  ];
  return pieces.filter((piece) => piece !== false).join(',');
}

/** The colour a point must have, or undefined where quadrants meet and colours mix. */
function colorAt(scene: Scene, point: readonly [number, number], reach: number) {
  const [u, v] = point;
  const margin = (size: number) => (4 + 3 * reach) / size;
  if (Math.abs(u - 0.5) < margin(scene.stored.width)) return undefined;
  if (Math.abs(v - 0.5) < margin(scene.stored.height)) return undefined;
  const { topLeft, topRight, bottomLeft, bottomRight } = quadrantColors;
  return v < 0.5 ? (u < 0.5 ? topLeft : topRight) : u < 0.5 ? bottomLeft : bottomRight;
}

describe('the part of a picture that survives', async () => {
  const stage = await setStage({ cache: undefinedCache() });
  const named = new Set<string>();

  async function idOf({ stored, orientation }: Scene): Promise<string> {
    const id = `${stored.width}x${stored.height}-${orientation}`;
    if (!named.has(id)) {
      await stage.addImage(id, await quadrantPicture(stored.width, stored.height, orientation));
      named.add(id);
    }
    return id;
  }

  async function check(scene: Scene): Promise<number> {
    const expected = predict(scene);
    const answer = await stage.get(`/hash/${await idOf(scene)}/${urlOptions(scene)}`);
    expect(answer.status).toBe(200);
    expect(explained(answer).get('size')).toBe(`${expected.width}x${expected.height}`);
    const picture = await decoded(await bodyOf(answer));
    expect([picture.width, picture.height]).toEqual([expected.width, expected.height]);
    let checked = 0;
    for (const sx of [0.02, 0.3, 0.5, 0.7, 0.98]) {
      for (const sy of [0.02, 0.3, 0.5, 0.7, 0.98]) {
        const x = Math.floor(sx * picture.width);
        const y = Math.floor(sy * picture.height);
        const point = expected.storedPoint(x, y);
        if (point === 'edge of the canvas') continue;
        const color = point === 'canvas' ? [0, 0, 0] : colorAt(scene, point, expected.reach);
        if (color === undefined) continue;
        checked += 1;
        const got = picture.at(x, y).slice(0, 3);
        const apart = Math.max(...got.map((value, index) => Math.abs(value - (color[index] ?? 0))));
        if (apart > 60) expect({ x, y, got }).toEqual({ x, y, got: color });
      }
    }
    return checked;
  }

  test('is where a separate calculation says, for any fit, size, dpr, gravity, turn and orientation', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(scenes, async (scene) => {
        checked += await check(scene);
      }),
      { numRuns: 400 },
    );
    expect(checked).toBeGreaterThan(1000);
  }, 120_000);

  test('is right for every fit in every orientation', async () => {
    const fits = [
      'scale-down',
      'contain',
      'cover',
      'crop',
      'aspect-crop',
      'pad',
      'squeeze',
      'scale-up',
    ] as const;
    for (const fit of fits) {
      for (let orientation = 1; orientation <= 8; orientation += 1) {
        const scene = { stored: sizes[0], orientation, fit, width: 50, height: 50, dpr: 1 };
        await check({ ...scene, gravity: { x: 0, y: 1 }, rotate: 0, flip: '' } as Scene);
      }
    }
  }, 60_000);
});

function undefinedCache() {
  return { get: async () => undefined, put: async () => {}, clear: async () => {} };
}
