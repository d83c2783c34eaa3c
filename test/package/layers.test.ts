import { expect, test } from 'vitest';
import { findViolations, importsOf, readSource } from './layers.js';

const files = readSource();

test('every import keeps to the layers', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(findViolations(files)).toEqual([]);
});

test('an arrow that breaks the layers is named', () => {
  const broken = [
    { path: 'url/srcset.ts', text: "import { useState } from 'react';" },
    { path: 'dev/create-emulator.ts', text: "import { buildDeliveryUrl } from '../url/build.js';" },
    { path: 'react/CfImage.tsx', text: "export * from '../server/create-images-client.js';" },
    { path: 'server/x.ts', text: "const fs = await import('node:fs');" },
    { path: 'react/x.ts', text: "import { CfImage } from '../index.js';" },
  ];
  expect(findViolations(broken)).toEqual([
    'src/url/srcset.ts imports "react": not a package that url/ may use',
    'src/dev/create-emulator.ts imports "../url/build.js": dev/ may not import url/',
    'src/react/CfImage.tsx imports "../server/create-images-client.js": react/ may not import server/',
    'src/server/x.ts imports "node:fs": not a package that server/ may use',
    'src/react/x.ts imports "../index.js": nobody imports an entry point',
  ]);
});

test('one file each holds sharp, libsql and XMLHttpRequest', () => {
  const importing = (name: string) =>
    files.filter((file) => importsOf(file).includes(name)).map(({ path }) => path);
  expect(importing('sharp')).toHaveLength(1);
  expect(importing('libsql')).toHaveLength(1);
  const sending = files.filter(({ text }) => /new XMLHttpRequest\b/.test(text));
  expect(sending.map(({ path }) => path)).toHaveLength(1);
});

test('the API token is named where the token is, and nowhere else', () => {
  const naming = files.filter(({ text }) => text.includes('apiToken')).map(({ path }) => path);
  // The plugin hands the emulator's token to the client; the word is the option's name.
  expect(naming.filter((path) => !/^(server|vite|cli|testing)\//.test(path))).toEqual([]);
});

test('no file has a name that says nothing', () => {
  const idle = /(^|\/)(utils?|helpers?|types|common|misc|constants|shared)\.tsx?$/;
  expect(files.map(({ path }) => path).filter((path) => idle.test(path))).toEqual([]);
});
