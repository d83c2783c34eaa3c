import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { picture } from '../suite/sample-forms.js';
import { createEmulatorSide } from './emulator-side.js';
import { createMiniflareSide } from './miniflare-side.js';
import type { Outcome, Side } from './side.js';

// The other mock that Cloudflare's own people wrote: the hosted images of miniflare 4.20260426.0,
// which has upload, list, details, bytes, update and delete, and no upload links, signatures or
// delivery URLs yet. Everything both can do is done through both. What differs stands in the
// table with its reason; a difference that comes or goes fails.
let sides: { miniflare: Side; emulator: Side };
let png: Uint8Array;
beforeAll(async () => {
  png = new Uint8Array(await (await picture({ width: 40, height: 20 })).arrayBuffer());
  sides = { miniflare: await createMiniflareSide(), emulator: createEmulatorSide() };
}, 60_000);
afterAll(() => Promise.all([sides?.miniflare.close(), sides?.emulator.close()]));

interface Row {
  name: string;
  ask: (side: Side) => Promise<unknown>;
  /** What both answer. */
  both?: unknown;
  /** Or what each answers, and why. */
  apart?: { miniflare: unknown; emulator: unknown; because: string };
}

const pick = (outcome: Outcome, ...names: readonly string[]) =>
  typeof outcome === 'string'
    ? outcome
    : Object.fromEntries(names.map((name) => [name, outcome[name]]));
const isStored = (outcome: Outcome) => (outcome === 'refused' ? 'refused' : 'stored');
const size = (options: Record<string, string | number>) => (side: Side) =>
  side.transform(png, options);

const hosted: readonly Row[] = [
  {
    name: 'what an upload says of itself',
    ask: async (side) => {
      const wish = { id: 'one', filename: 'a.png', metadata: { a: 1 }, creator: 'ann' };
      const outcome = await side.upload(png, wish);
      return pick(outcome, 'id', 'filename', 'meta', 'creator', 'requireSignedURLs');
    },
    both: {
      id: 'one',
      filename: 'a.png',
      meta: { a: 1 },
      creator: 'ann',
      requireSignedURLs: false,
    },
  },
  {
    name: 'draft and variants of what is stored',
    ask: async (side) => pick(await side.details('one'), 'draft', 'variants'),
    apart: {
      miniflare: { draft: false, variants: ['public'] },
      emulator: {
        draft: undefined,
        variants: ['https://imagedelivery.net/local-hash/one/public'],
      },
      because:
        'The API removes draft once the bytes are there and lists URLs (direct-creator-upload).',
    },
  },
  {
    name: 'a generated id',
    ask: async (side) => {
      const { id } = (await side.upload(png, {})) as { id: string };
      await side.remove(id);
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    },
    both: true,
  },
  {
    name: 'an id with slashes',
    ask: async (side) => {
      await side.upload(png, { id: 'a/b c' });
      const details = pick(await side.details('a/b c'), 'id');
      return [details, await side.remove('a/b c')];
    },
    both: [{ id: 'a/b c' }, 'removed'],
  },
  {
    name: 'the bytes that went in',
    ask: async (side) => Buffer.from((await side.bytes('one')) as Uint8Array).equals(png),
    both: true,
  },
  {
    name: 'what is not there',
    ask: async (side) => [
      await side.details('none'),
      await side.update('none', { creator: 'ann' }),
      await side.remove('none'),
      await side.bytes('none'),
    ],
    both: ['none', 'none', 'none', 'none'],
  },
  {
    name: 'new metadata in place of the old',
    ask: async (side) => pick(await side.update('one', { metadata: { b: 2 } }), 'meta', 'creator'),
    both: { meta: { b: 2 }, creator: 'ann' },
  },
  {
    name: 'an id that is taken',
    ask: async (side) => isStored(await side.upload(png, { id: 'one', creator: 'ann' })),
    apart: {
      miniflare: 'stored',
      emulator: 'refused',
      because: 'The API answers 409 with 5409 (observed in many scripts); miniflare replaces.',
    },
  },
  {
    name: 'something that is no image',
    ask: async (side) => {
      const outcome = isStored(await side.upload(new Uint8Array([1, 2, 3]), { id: 'words' }));
      await side.remove('words');
      return outcome;
    },
    apart: {
      miniflare: 'stored',
      emulator: 'refused',
      because: 'The API answers 5455; miniflare does not look.',
    },
  },
  {
    name: 'a UUID as a custom id',
    ask: async (side) => {
      const id = '11111111-2222-4333-8444-555555555555';
      const outcome = isStored(await side.upload(png, { id }));
      await side.remove(id);
      return outcome;
    },
    apart: {
      miniflare: 'stored',
      emulator: 'refused',
      because: 'Later versions of miniflare refuse it too: CustomID must not be UUID.',
    },
  },
  {
    name: 'a private custom id',
    ask: async (side) => {
      const outcome = isStored(await side.upload(png, { id: 'mine', requireSignedURLs: true }));
      await side.remove('mine');
      return outcome;
    },
    apart: {
      miniflare: 'stored',
      emulator: 'refused',
      because: 'Documented as impossible (upload-custom-path); miniflare does not check.',
    },
  },
  {
    name: 'metadata of two kilobytes',
    ask: async (side) => {
      const metadata = { text: 'x'.repeat(2000) };
      return isStored(await side.upload(png, { id: 'heavy', metadata }));
    },
    both: 'refused',
  },
  {
    name: 'the id after a change of access',
    ask: async (side) => {
      const { id } = (await side.upload(png, {})) as { id: string };
      const changed = (await side.update(id, { requireSignedURLs: true })) as { id: string };
      await side.remove(changed.id);
      return changed.id === id ? 'the same' : 'another';
    },
    apart: {
      miniflare: 'the same',
      emulator: 'another',
      because: 'The API documents that toggling requireSignedURLs returns a new id.',
    },
  },
  {
    name: 'the order of the list',
    ask: async (side) => {
      for (const id of ['first', 'second']) {
        await side.upload(png, { id, creator: 'cyd', metadata: { place: id } });
        await new Promise((settle) => setTimeout(settle, 5));
      }
      return side.list({ creator: 'cyd' });
    },
    apart: {
      miniflare: ['first', 'second'],
      emulator: ['second', 'first'],
      because: 'The binding lists oldest first, the API newest first; both are documented.',
    },
  },
  {
    name: 'the list by metadata',
    ask: (side) => side.list({ creator: 'cyd', filter: { field: 'place', value: 'first' } }),
    apart: {
      miniflare: ['first', 'second'],
      emulator: ['first'],
      because: 'This version of miniflare has no metadata filters.',
    },
  },
];

const boxed = 'This version of miniflare fills every box of width and height, whatever the fit.';
const onlyBasics = 'This version of miniflare knows width, height and rotate; others do nothing.';

const transforms: readonly Row[] = [
  { name: 'width=20', ask: size({ width: 20 }), both: '20x10' },
  { name: 'height=10', ask: size({ height: 10 }), both: '20x10' },
  { name: 'rotate=90', ask: size({ rotate: 90 }), both: '20x40' },
  { name: 'rotate=90,width=10', ask: size({ rotate: 90, width: 10 }), both: '10x20' },
  { name: 'cover', ask: size({ width: 10, height: 10, fit: 'cover' }), both: '10x10' },
  { name: 'crop', ask: size({ width: 10, height: 10, fit: 'crop' }), both: '10x10' },
  { name: 'pad', ask: size({ width: 10, height: 10, fit: 'pad' }), both: '10x10' },
  { name: 'squeeze', ask: size({ width: 10, height: 10, fit: 'squeeze' }), both: '10x10' },
  {
    name: 'scale-down',
    ask: size({ width: 10, height: 10, fit: 'scale-down' }),
    apart: { miniflare: '10x10', emulator: '10x5', because: boxed },
  },
  {
    name: 'contain',
    ask: size({ width: 10, height: 10, fit: 'contain' }),
    apart: { miniflare: '10x10', emulator: '10x5', because: boxed },
  },
  {
    name: 'scale-down to something larger',
    ask: size({ width: 80, fit: 'scale-down' }),
    apart: { miniflare: '80x40', emulator: '40x20', because: boxed },
  },
  {
    name: 'dpr',
    ask: size({ width: 10, dpr: 2 }),
    apart: { miniflare: '10x5', emulator: '20x10', because: onlyBasics },
  },
  {
    name: 'trim',
    ask: size({ trim: '2;4;2;4' }),
    apart: { miniflare: '40x20', emulator: '32x16', because: onlyBasics },
  },
];

describe.each([
  ['hosted images', hosted],
  ['transforms', transforms],
])('beside miniflare, %s', (_, rows) => {
  test.each(rows)('$name', async ({ ask, both, apart }) => {
    const seen = { miniflare: await ask(sides.miniflare), emulator: await ask(sides.emulator) };
    const told = { miniflare: apart?.miniflare, emulator: apart?.emulator };
    expect(seen, apart?.because).toEqual(apart ? told : { miniflare: both, emulator: both });
  });
});
