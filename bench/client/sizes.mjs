import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { round, whole } from '../section.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const ours = '../../dist';

/** What an app would import for one task, by package. */
const tasks = {
  'a responsive image': {
    'ours, `CfImage`': `export { CfImage, createDelivery } from '${ours}/index.js'`,
    '@unpic/react, its base and Cloudflare': `export { Image } from '@unpic/react/base'; export { transform } from 'unpic/providers/cloudflare_images'`,
    '@unpic/react': `export { Image } from '@unpic/react'`,
  },
  'an upload hook': {
    'ours, `useDirectUpload`': `export { useDirectUpload } from '${ours}/index.js'`,
    'better-upload': `export { useUploadFiles } from 'better-upload/client'`,
    UploadThing: `export { generateReactHelpers } from '@uploadthing/react'`,
    'Uppy core, XHR, React': `export { default as Uppy } from '@uppy/core'; export { default as XHR } from '@uppy/xhr-upload'; export { useUppyState } from '@uppy/react'`,
  },
  'an upload widget, without styles': {
    'ours, `UploadDropzone`': `export { UploadDropzone } from '${ours}/index.js'`,
    'better-upload + react-dropzone': `export { useUploadFiles } from 'better-upload/client'; export { useDropzone } from 'react-dropzone'`,
    UploadThing: `export { generateUploadDropzone } from '@uploadthing/react'`,
    'Uppy core, XHR, React parts': `export { default as Uppy } from '@uppy/core'; export { default as XHR } from '@uppy/xhr-upload'; export { UppyContextProvider, Dropzone, FilesList, UploadButton } from '@uppy/react'`,
  },
  'the API on a server': {
    'ours, client': `export { createImagesClient } from '${ours}/server.js'`,
    'ours, client and handler': `export { createImagesClient, createImagesHandler } from '${ours}/server.js'`,
    'cloudflare, tree-shaken': `export { createClient } from 'cloudflare/tree-shakable'; export { Images } from 'cloudflare/resources/images'`,
    cloudflare: `export { default } from 'cloudflare'`,
  },
};

/** How much of each package reaches the browser, or the Worker. @returns {Promise<import('../section.mjs').Section>} */
export default async function sizes() {
  const rows = [];
  for (const [task, entries] of Object.entries(tasks)) {
    const found = [];
    for (const [name, code] of Object.entries(entries)) {
      const platform = task.endsWith('server') ? 'node' : 'browser';
      found.push({ name, ...(await measure(code, platform)) });
    }
    for (const { name, first, all } of found) {
      const ratio = first / (found[0]?.first ?? 1);
      rows.push([`${task}: ${name}`, whole(first), whole(all), round(ratio)]);
    }
  }
  return {
    title: 'Bytes',
    about:
      'Bundled, split and minified by esbuild for production, then gzip. The first column is loaded with the app, the second adds what it loads when needed. React is left out of all of them, everything else is in.',
    columns: ['', 'gzip', 'with lazy parts', 'ratio'],
    rows,
  };
}

/** @param {string} code @param {'browser' | 'node'} platform */
async function measure(code, platform) {
  const { metafile, outputFiles } = await build({
    stdin: { contents: code, resolveDir: here },
    bundle: true,
    splitting: true,
    outdir: here,
    write: false,
    metafile: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform,
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'react/*', 'react-dom/*'],
    legalComments: 'none',
    logLevel: 'error',
  });
  const gzipped = new Map(
    outputFiles.map(({ path, contents }) => [
      basename(path),
      gzipSync(contents, { level: 9 }).length,
    ]),
  );
  const sum = (/** @type {boolean} */ isLazy) =>
    [...reachable(metafile, isLazy)].reduce(
      (total, path) => total + (gzipped.get(basename(path)) ?? 0),
      0,
    );
  return { first: sum(false), all: sum(true) };
}

/**
 * What is loaded before the app runs, or also what it loads later with `import()`.
 * @param {import('esbuild').Metafile} metafile
 * @param {boolean} isLazy
 */
function reachable({ outputs }, isLazy) {
  const found = new Set(Object.keys(outputs).filter((path) => basename(path) === 'stdin.js'));
  // A set hands out what is added while it is walked.
  for (const path of found) {
    for (const { kind, path: next, external } of outputs[path]?.imports ?? []) {
      if (external !== true && (isLazy || kind === 'import-statement')) found.add(next);
    }
  }
  return found;
}
