/** Cloudflare Images inside a Vite dev server: the emulator and the handler of the hooks. */
export { type CfImagesOptions, cfImages } from './vite/cf-images.js';
