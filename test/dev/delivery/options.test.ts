import { describe, expect, test } from 'vitest';
import { optionFidelity } from '../../../src/dev/delivery/option-fidelity.js';
import { type OptionName, optionTable } from '../../../src/dev/delivery/option-table.js';
import { parseOptions } from '../../../src/dev/delivery/parse-options.js';
import { defaultGuesses } from '../../../src/dev/guesses.js';
import { vectors } from './delivery-vectors.js';

const read = (text: string, surface: 'hosted' | 'remote' = 'remote') => {
  return parseOptions(text, surface, defaultGuesses);
};

describe('the table', () => {
  const rows = vectors.options.filter((row) => row.urlForm);

  test('has the documented options and no others', () => {
    expect(Object.keys(optionTable).sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test.each(rows.map((row) => [row.name as OptionName, row] as const))('%s', (name, row) => {
    const { alias, read: readValue } = optionTable[name];
    expect(alias === undefined ? [] : [alias]).toEqual(row.aliases);
    for (const spelling of [name, ...row.aliases]) {
      const value = row.values?.[0] ?? row.min ?? 1;
      const sample = row.kind === 'color' ? 'red' : row.kind === 'boolean' ? 'true' : value;
      expect([...read(`${spelling}=${sample}`).given.keys()]).toEqual([name]);
    }
    for (const value of [...(row.values ?? []), ...(row.typesOnlyValues ?? [])]) {
      expect(readValue(String(value)), String(value)).toBeDefined();
    }
    const hosted = read(`${name}=${row.values?.at(-1) ?? row.max ?? 10}`, 'hosted');
    if (!row.appliesTo.includes('hosted')) expect(hosted.given.size).toBe(0);

    // dpr has a guess of its own above its maximum; a length of trim counts pixels.
    if (row.min !== null) expect(readValue(String(row.min - 1))).toBeUndefined();
    if (row.max !== null && name !== 'dpr') {
      expect(readValue(String(row.max))).toBeDefined();
      expect(readValue(String(row.max + 1))).toBeUndefined();
    }
    expect(readValue('')).toBeUndefined();
    expect(readValue('nonsense')).toBeUndefined();
  });
});

test('how near each option comes is written down, with switches that exist', () => {
  expect(Object.keys(optionFidelity).sort()).toEqual(Object.keys(optionTable).sort());
  for (const { guess } of Object.values(optionFidelity)) {
    if (guess !== undefined) expect(defaultGuesses).toHaveProperty(guess);
  }
});

describe('values', () => {
  test.each([
    ['background=%23ff0000', { background: { r: 255, g: 0, b: 0, alpha: 1 } }],
    ['background=%23f00', { background: { r: 255, g: 0, b: 0, alpha: 1 } }],
    ['background=rgb%28240%2C40%2C145%29', { background: { r: 240, g: 40, b: 145, alpha: 1 } }],
    [
      'background=rgba(240%2C40%2C145%2C0.5)',
      { background: { r: 240, g: 40, b: 145, alpha: 0.5 } },
    ],
    ['background=rgb(100%25 0 0 / 50%25)', { background: { r: 255, g: 0, b: 0, alpha: 0.5 } }],
    ['background=RebeccaPurple', { background: { r: 0x66, g: 0x33, b: 0x99, alpha: 1 } }],
    ['gravity=0.33x0.5', { gravity: { x: 0.33, y: 0.5 } }],
    ['g=1x0', { gravity: { x: 1, y: 0 } }],
    ['face-zoom=.5', { zoom: 0.5 }],
    ['wbreakpoints=900;300', { wbreakpoints: [300, 900] }],
    [
      'trim=20;30;20;0',
      {
        trim: {
          top: { pixels: 20 },
          right: { pixels: 30 },
          bottom: { pixels: 20 },
          left: { pixels: 0 },
        },
      },
    ],
    [
      'trim=0.1;1.0;0.1;1',
      {
        trim: {
          top: { share: 0.1 },
          right: { share: 1 },
          bottom: { share: 0.1 },
          left: { pixels: 1 },
        },
      },
    ],
    ['w=1,w=2', { width: 2 }],
    ['anim=false', { anim: false }],
  ])('%s', (text, expected) => {
    const { options, ignored } = read(text);
    expect(ignored).toEqual([]);
    expect(options).toEqual(expected);
  });

  test.each([
    'width=0',
    'width=-1',
    'width=1.5',
    'width=1e3',
    'width=0x10',
    'width= 10',
    'width=%31%zz',
    'width=1234567890',
    'dpr=0',
    'dpr=-1',
    'dpr=Infinity',
    'gravity=0.5',
    'gravity=1.1x0',
    'gravity=0.5x0.5x0.5',
    'gravity=x',
    'gravity=North',
    'background=',
    'background=%23ff',
    'background=%23gggggg',
    'background=constructor',
    'background=rgb(1%2C2)',
    'trim=1;2;3',
    'trim=1;2;3;4;5',
    'trim=1.5;0;0;0',
    'trim=-1;0;0;0',
    'quality=0',
    'quality=101',
    'quality=best',
    'rotate=45',
    'flip=vh',
    'anim=1',
    'fit=fill',
    'format=tiff',
    'wbreakpoints=320;x',
    'sharpen=11',
    'blur=251',
    'blur=1.5',
  ])('%s is malformed', (text) => {
    const { options, ignored, knownKeys } = read(text);
    expect(options).toEqual({});
    expect(ignored).toEqual([{ text, reason: 'malformed value' }]);
    expect(knownKeys).toBe(1);
  });

  test.each(['constructor=1', '__proto__=1', 'toString=1', 'Width=1', 'border=1', '=1', ''])(
    '%j is no option',
    (text) => {
      const { options, ignored, knownKeys } = read(text);
      expect(Object.keys(options)).toEqual([]);
      expect(ignored).toHaveLength(1);
      expect(knownKeys).toBe(0);
    },
  );

  test('what belongs to transformations only is ignored on hosted images', () => {
    const { options, ignored } = read('width=auto,onerror=redirect,wmobile=1,height=5', 'hosted');
    expect(options).toEqual({ height: 5 });
    expect(ignored.map(({ reason }) => reason)).toEqual([
      'auto is for /cdn-cgi/image/ only',
      'for /cdn-cgi/image/ only',
      'for /cdn-cgi/image/ only',
    ]);
  });

  test('the two newest fits are refused when the guess says so', () => {
    const refused = parseOptions('fit=aspect-crop', 'hosted', { extraFits: 'refuse' });
    expect(refused.ignored).toHaveLength(1);
  });
});
