import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { build as buildWithVite } from 'vite';

/** Bundles a program over the built package, the way an app's bundler would. */
export async function bundle(source: string, options: BuildOptions = {}): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'tsx' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    logLevel: 'silent',
    ...options,
  });
  return (result.outputFiles ?? []).map(({ text }) => text).join('\n');
}

/** Builds a page with that program by Vite's production build; nothing is written but in a cache. */
export async function bundleWithVite(source: string): Promise<void> {
  // Inside the project, so that the program finds the package by its name.
  const folder = await mkdtemp(join('node_modules', '.cache-wall-'));
  const entry = join(folder, 'entry.js');
  try {
    await writeFile(entry, source);
    await buildWithVite({
      configFile: false,
      logLevel: 'silent',
      root: folder,
      build: { write: false, rollupOptions: { input: entry } },
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
