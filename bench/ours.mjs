import { fileURLToPath, pathToFileURL } from 'node:url';

// The built package, for that is what people run, with the types of its source. As an address
// and not as a path: the types are checked before anything is built.
/** @param {string} file */
const built = (file) => new URL(`../dist/${file}`, import.meta.url).href;

/** @returns {Promise<typeof import('../src/dev.js')>} */
export const importDev = () => import(built('dev.js'));

/** @returns {Promise<typeof import('../src/index.js')>} */
export const importReact = () => import(built('index.js'));

/** @returns {Promise<typeof import('../src/url.js')>} */
export const importUrl = () => import(built('url.js'));

/** @returns {Promise<typeof import('../src/server.js')>} */
export const importServer = () => import(built('server.js'));

/**
 * Not public, and so in no file of its own in the package: bundled from its source.
 * @returns {Promise<typeof import('../src/dev/render/sharp-renderer.js')>}
 */
export async function importRenderer() {
  // Here, so that who measures an import does not pay for it.
  const { build } = await import('esbuild');
  const outfile = fileURLToPath(new URL('node_modules/.cache/sharp-renderer.mjs', import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL('../src/dev/render/sharp-renderer.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return import(pathToFileURL(outfile).href);
}
