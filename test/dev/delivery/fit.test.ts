import { describe, expect, test } from 'vitest';
import { parseOptions } from '../../../src/dev/delivery/parse-options.js';
import { planGeometry } from '../../../src/dev/delivery/plan-geometry.js';
import { defaultGuesses } from '../../../src/dev/guesses.js';
import { plannedSize } from '../../../src/dev/render/planned-size.js';
import { asSize, optionsText, vectors } from './delivery-vectors.js';
import { plainPicture } from './pictures.js';
import { bodyOf, setStage } from './stage.js';

const scenes = vectors.fit.map((vector) => [vector.id, vector] as const);

describe('the documented sizes', () => {
  test('there are 29 of them', () => {
    expect(scenes).toHaveLength(29);
  });

  test.each(scenes)('%s, in numbers', (_, { source, options, expected, intermediate, crop }) => {
    const parsed = parseOptions(optionsText(options), 'hosted', defaultGuesses);
    expect(parsed.ignored).toEqual([]);
    const geometry = planGeometry(asSize(source), parsed.options, defaultGuesses);
    expect(plannedSize(geometry)).toEqual(asSize(expected));
    if (intermediate) expect(geometry.scaled).toEqual(asSize(intermediate));
    if (crop) expect(geometry.cut).toMatchObject({ left: crop.x, top: crop.y });
  });

  test.each(scenes)('%s, as format=json tells them', async (_, { source, options, expected }) => {
    const stage = await setStage();
    await stage.addImage('photo', await plainPicture(source.w, source.h, { format: 'png' }));
    const answer = await stage.get(`/hash/photo/${optionsText(options)},format=json`);
    expect(answer.headers.get('content-type')).toBe('application/json');
    const { original, ...size } = JSON.parse(new TextDecoder().decode(await bodyOf(answer)));
    expect(size).toEqual(asSize(expected));
    expect(original).toMatchObject({ ...asSize(source), format: 'image/png' });
    expect(stage.counts.rendered).toBe(0);
  });
});

describe('what the vectors leave out', () => {
  const sizeOf = (source: [number, number], text: string, guesses = {}) => {
    const { options } = parseOptions(text, 'hosted', defaultGuesses);
    const [width, height] = source;
    const geometry = planGeometry({ width, height }, options, { ...defaultGuesses, ...guesses });
    const size = plannedSize(geometry);
    return [size.width, size.height];
  };

  test.each([
    ['crop', [1080, 720], 'width=500', [500, 333]],
    ['aspect-crop', [1080, 720], 'width=2000', [1080, 720]],
    ['pad', [1080, 720], 'height=1440', [2160, 1440]],
    ['squeeze', [1080, 720], 'width=2160', [2160, 1440]],
    ['scale-up', [1080, 720], 'width=2160', [2160, 1440]],
    ['scale-up', [1080, 720], 'width=500', [1080, 720]],
    ['cover', [1080, 720], 'height=2000', [1080, 720]],
  ] as const)('%s of %o to %s is %o', (fit, source, size, expected) => {
    expect(sizeOf([...source], `fit=${fit},${size}`)).toEqual(expected);
  });

  test('a side is rounded down when the guess says so', () => {
    expect(sizeOf([1080, 721], 'width=540')).toEqual([540, 361]);
    expect(sizeOf([1080, 721], 'width=540', { rounding: 'floor' })).toEqual([540, 360]);
    expect(sizeOf([2000, 10], 'width=100', { rounding: 'floor' })).toEqual([100, 1]);
  });

  test('a mixed crop is scaled down when the guess says so', () => {
    expect(
      sizeOf([1080, 720], 'fit=crop,width=500,height=1000', { cropMixed: 'scale-down' }),
    ).toEqual([500, 333]);
  });

  test('dpr above 2 follows its guess', () => {
    expect(sizeOf([1080, 720], 'width=100,dpr=3', { dprOver: 'clamp-3' })).toEqual([300, 200]);
    expect(sizeOf([1080, 720], 'width=100,dpr=9', { dprOver: 'clamp-3' })).toEqual([300, 200]);
    expect(() => sizeOf([1080, 720], 'width=100,dpr=3', { dprOver: 'refuse' })).toThrow(
      'maximum of 2',
    );
  });

  test('pixels of a trim are multiplied by dpr, shares are not', () => {
    expect(sizeOf([1000, 500], 'trim=10;10;10;10,dpr=2')).toEqual([960, 460]);
    expect(sizeOf([1000, 500], 'trim=0.1;0.1;0.1;0.1,dpr=2')).toEqual([800, 400]);
  });

  test('trim.left, trim.top, trim.width and trim.height count from the left and top', () => {
    expect(sizeOf([1000, 500], 'trim.width=678,trim.left=30')).toEqual([678, 500]);
    expect(sizeOf([1000, 500], 'trim.left=400,trim.width=900')).toEqual([600, 500]);
    expect(sizeOf([1000, 500], 'trim.top=0.5,trim.height=0.25')).toEqual([1000, 125]);
  });

  test('nothing left and too much made are refused', () => {
    expect(() => sizeOf([100, 100], 'trim=50;0;50;0')).toThrow('leaves nothing');
    expect(() => sizeOf([1080, 720], 'fit=contain,width=5001')).toThrow('longer than 5000');
    expect(sizeOf([8000, 6000], 'width=7000')).toEqual([7000, 5250]);
  });
});
