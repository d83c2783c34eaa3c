import { spawn } from 'node:child_process';
import { readdir, rm, writeFile, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDirectoryStore } from '../../../src/dev/store/directory/open-directory-store.js';
import type { WriteStep } from '../../../src/dev/store/directory/write-step.js';
import { hashBytes } from '../../../src/dev/store/hash-bytes.js';
import type { Store } from '../../../src/dev/store/store.js';
import { sampleStored } from './sample-stored-image.js';

let root = '';
let program = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cf-images-durability-'));
  // Inside the project, so that the program finds libsql as the emulator does.
  program = resolve('node_modules/.cache/killed-writer.mjs');
  await mkdir(resolve('node_modules/.cache'), { recursive: true });
  await build({
    entryPoints: ['test/dev/store/killed-writer.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['libsql'],
  });
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function runUntilKilled(directory: string, step: WriteStep, count: number) {
  const child = spawn(process.execPath, [program, directory, step, String(count)]);
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const signal = await new Promise((settle) => child.on('close', (_, name) => settle(name)));
  expect(errors).toBe('');
  expect(signal).toBe('SIGKILL');
  const lines = output.trim().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, string>);
}

async function expectWhole(store: Store, directory: string) {
  const { images, bytes } = await store.readAll();
  for (const { draft, hash } of images) {
    if (draft) continue;
    const data = bytes.get(hash);
    expect(data && (await hashBytes(data))).toBe(hash);
  }
  const files = await readdir(join(directory, 'bytes'), { recursive: true });
  const stored = files.filter((name) => name.length > 60).length;
  expect(stored).toBe(new Set(images.map(({ hash }) => hash).filter(Boolean)).size);
  return new Map(images.map((image) => [image.id, image]));
}

const steps: WriteStep[] = [
  'temporary-written',
  'temporary-synced',
  'row-written',
  'file-placed',
  'folder-synced',
  'committed',
  'file-removed',
];

describe('a folder whose writer was killed', () => {
  test.each(steps.flatMap((step) => [1, 2, 5].map((count) => [step, count] as const)))(
    'at "%s", the %ith time, opens again with all that was acknowledged',
    async (step, count) => {
      const directory = join(root, `${step}-${count}`);
      const said = await runUntilKilled(directory, step, count);
      const store = await openDirectoryStore({ directory });
      const images = await expectWhole(store, directory);
      const mayBeGone = new Set(said.map((line) => line.mayBeGone));
      for (const { has, gone } of said) {
        if (has && !mayBeGone.has(has)) expect(images.get(has)).toMatchObject({ draft: false });
        if (gone) expect(images.has(gone)).toBe(false);
      }
      await store.addImage(...(await sampleStored('after', {}, 'after')));
      await store.close();
    },
  );
});

describe('a write that fails', () => {
  test.each(steps.slice(0, 5))('at "%s" leaves no trace', async (step) => {
    const directory = join(root, `fails-${step}`);
    let isFailing = true;
    const store = await openDirectoryStore({
      directory,
      onStep(reached) {
        if (isFailing && reached === step) throw new Error('disk full');
      },
    });
    const [image, bytes] = await sampleStored('a');
    await expect(store.addImage(image, bytes)).rejects.toThrow('disk full');
    expect(await store.getImage('a')).toBeUndefined();
    expect(await store.readBytes(image.hash)).toBeUndefined();
    isFailing = false;
    expect(await store.addImage(image, bytes)).toBe(true);
    await expectWhole(store, directory);
    expect(await readdir(join(directory, 'incoming'))).toEqual([]);
    await store.close();
  });
});

describe('a folder', () => {
  test('is shared by two at once', async () => {
    const directory = join(root, 'shared');
    const [one, two] = await Promise.all([
      openDirectoryStore({ directory }),
      openDirectoryStore({ directory }),
    ]);
    expect(await two.listKeys()).toEqual(await one.listKeys());
    const [image, bytes] = await sampleStored('a');
    const added = await Promise.all([one.addImage(image, bytes), two.addImage(image, bytes)]);
    expect(added.sort()).toEqual([false, true]);
    expect(await two.getImage('a')).toEqual(image);
    expect(await one.deleteImage('a')).toBe(true);
    expect(await two.getImage('a')).toBeUndefined();
    await Promise.all(
      [one, two].flatMap((store, which) =>
        Array.from({ length: 20 }, async (_, index) => {
          const [shared, data] = await sampleStored(`${which}-${index}`, {}, `${index % 3}`);
          await store.addImage(shared, data);
          if (index % 2) await store.deleteImage(shared.id);
        }),
      ),
    );
    expect(await one.countImages()).toBe(20);
    await expectWhole(two, directory);
    await Promise.all([one.close(), two.close()]);
  });

  test('of another version is refused, not spoiled', async () => {
    const directory = join(root, 'version');
    await (await openDirectoryStore({ directory })).close();
    const { openDatabase } = await import('../../../src/dev/store/directory/open-database.js');
    const database = await openDatabase(join(directory, 'images.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(openDirectoryStore({ directory })).rejects.toThrow('another version');
  });

  test('of version 1 is brought up with all it has', async () => {
    const directory = join(root, 'first-version');
    const before = await openDirectoryStore({ directory });
    await before.addImage(...(await sampleStored('a', { meta: { size: 4 } })));
    const contents = await before.readAll();
    await before.close();
    const { openDatabase } = await import('../../../src/dev/store/directory/open-database.js');
    const database = await openDatabase(join(directory, 'images.sqlite'));
    database.exec(
      'DROP INDEX fields_by_number; DROP INDEX drafts_in_order; PRAGMA user_version = 1',
    );
    database.close();
    for (let time = 0; time < 2; time += 1) {
      const store = await openDirectoryStore({ directory });
      expect(await store.readAll()).toEqual(contents);
      const test = { kind: 'compare', operator: 'gt', value: 3 } as const;
      const found = await store.listImages({
        limit: 9,
        order: 'asc',
        filters: [{ path: ['size'], test }],
      });
      expect(found.images).toEqual(contents.images);
      await store.close();
    }
  });

  test('that holds no database says so', async () => {
    const directory = join(root, 'damaged');
    await mkdir(directory);
    await writeFile(join(directory, 'images.sqlite'), 'not a database, certainly not one');
    await expect(openDirectoryStore({ directory })).rejects.toThrow(/not a database/);
  });
});
