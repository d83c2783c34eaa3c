import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bundle, bundleWithVite } from './bundle.js';
import { readSource } from './layers.js';

test('a browser bundle of the client holds no server code and no node import', async () => {
  const code = await bundle("export * from 'react-cf-images'");
  expect(code).toContain('CfImage');
  expect(code).not.toMatch(/apiToken|createImagesClient|createEmulator|client\/v4/);
  expect(code).not.toMatch(/["']node:/);
});

describe('./server refuses to be bundled for a browser', () => {
  const app =
    "import { createImagesClient } from 'react-cf-images/server'; createImagesClient({});";

  test.each([
    ['esbuild', bundle],
    ['Vite', bundleWithVite],
  ])('by %s, which names the reason', async (_, run) => {
    await expect(run(app)).rejects.toThrow('server-must-not-be-bundled-for-a-browser');
  });
});

test('./server bundles for Node and for workerd', async () => {
  for (const conditions of [['node'], ['workerd', 'worker', 'browser']]) {
    const code = await bundle("export * from 'react-cf-images/server'", {
      platform: 'neutral',
      conditions,
    });
    expect(code).toContain('createImagesClient');
  }
});

test('./url needs no React', async () => {
  const code = await bundle("export * from 'react-cf-images/url'", { external: ['react'] });
  expect(code).not.toMatch(/from\s*["']react/);
});

test("'use client' stands first in each built file whose source has it", () => {
  const marked = readSource().filter(({ text }) => text.startsWith("'use client'"));
  expect(marked.length).toBeGreaterThan(5);
  for (const { path } of marked) {
    const built = readFileSync(`dist/${path.replace(/\.tsx?$/, '.js')}`, 'utf8');
    expect(built.slice(0, 13), path).toMatch(/^["']use client["']/);
  }
});
