import { createDelivery } from '../src/url.js';

/** The one place the demo states its account. */
export const delivery = createDelivery({
  accountHash: import.meta.env.VITE_CF_IMAGES_ACCOUNT_HASH,
  origin: import.meta.env.VITE_CF_IMAGES_ORIGIN,
  flexible: true,
});
