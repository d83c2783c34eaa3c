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

/** @returns {Promise<typeof import('../src/dev/render/sharp-renderer.js')>} */
export const importRenderer = () => import(built('dev/render/sharp-renderer.js'));
