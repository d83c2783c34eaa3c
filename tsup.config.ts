import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

const browserEntries = ['index', 'url'];
const serverEntries = ['server', 'node', 'dev', 'vite'];

export default defineConfig([
  {
    // One output for each source file: bundling would drop 'use client' from shared chunks.
    entry: ['src/index.ts', 'src/url.ts', 'src/{protocol,react,upload,url}/**/*.{ts,tsx}'],
    bundle: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    dts: {
      entry: Object.fromEntries(browserEntries.map((name) => [name, `src/${name}.ts`])),
      compilerOptions: { ignoreDeprecations: '6.0' },
    },
    onSuccess: () => copyFile('src/styles.css', 'dist/styles.css'),
  },
  {
    // Nothing here is for a client. As 180 files of their own they would take Node 50 ms to load.
    entry: [...serverEntries, 'cli', 'server/refuse-browser'].map((name) => `src/${name}.ts`),
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    external: [/^node:/, /^react-cf-images/, 'sharp', 'libsql', 'vite'],
    dts: {
      entry: Object.fromEntries(serverEntries.map((name) => [name, `src/${name}.ts`])),
      compilerOptions: { ignoreDeprecations: '6.0' },
    },
  },
]);
