import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
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
    'UploadThing': `export { generateReactHelpers } from '@uploadthing/react'`,
    'Uppy core, XHR, React': `export { default as Uppy } from '@uppy/core'; export { default as XHR } from '@uppy/xhr-upload'; export { useUppyState } from '@uppy/react'`,
  },
  'an upload widget, without styles': {
    'ours, `UploadDropzone`': `export { UploadDropzone } from '${ours}/index.js'`,
    'better-upload + react-dropzone': `export { useUploadFiles } from 'better-upload/client'; export { useDropzone } from 'react-dropzone'`,
    'UploadThing': `export { generateUploadDropzone } from '@uploadthing/react'`,
    'Uppy core, XHR, React parts': `export { default as Uppy } from '@uppy/core'; export { default as XHR } from '@uppy/xhr-upload'; export { UppyContextProvider, Dropzone, FilesList, UploadButton } from '@uppy/react'`,
  },
  'the API on a server': {
    'ours, client': `export { createImagesClient } from '${ours}/server.js'`,
    'ours, client and handler': `export { createImagesClient, createImagesHandler } from '${ours}/server.js'`,
    'cloudflare, tree-shaken': `export { createClient } from 'cloudflare/tree-shakable'; export { Images } from 'cloudflare/resources/images'`,
    'cloudflare': `export { default } from 'cloudflare'`,
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
    for (const { name, minified, gzipped } of found) {
      const ratio = gzipped / (found[0]?.gzipped ?? 1);
      rows.push([`${task}: ${name}`, whole(minified), whole(gzipped), round(ratio)]);
    }
  }
  return {
    title: 'Bytes',
    about:
      'Bundled and minified by esbuild, for production, then gzip. React is left out of all of them, everything else is in.',
    columns: ['', 'minified', 'gzip', 'ratio'],
    rows,
  };
}

/** @param {string} code @param {'browser' | 'node'} platform */
async function measure(code, platform) {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: here },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform,
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['react', 'react-dom', 'react/*', 'react-dom/*'],
    legalComments: 'none',
    logLevel: 'error',
  });
  const [{ contents }] = /** @type {[import('esbuild').OutputFile]} */ (outputFiles);
  return { minified: contents.length, gzipped: gzipSync(contents, { level: 9 }).length };
}
