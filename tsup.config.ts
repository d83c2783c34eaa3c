import { copyFile } from 'node:fs/promises';
import { defineConfig } from 'tsup';

const entries = ['index', 'url', 'server', 'node', 'dev', 'vite'];

export default defineConfig({
  // One output for each source file: bundling would drop 'use client' from shared chunks.
  entry: ['src/**/*.{ts,tsx}'],
  bundle: false,
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  clean: true,
  dts: {
    entry: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
    compilerOptions: { ignoreDeprecations: '6.0' },
  },
  onSuccess: () => copyFile('src/styles.css', 'dist/styles.css'),
});
