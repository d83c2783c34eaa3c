import { createDelivery } from '../src/url/create-delivery.js';

/** The emulator inside the dev server that shows the stories. */
export const delivery = createDelivery({
  accountHash: 'local-hash',
  origin: '/imagedelivery.net',
  flexible: true,
});
