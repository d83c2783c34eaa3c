import { answerJson } from '../answer.js';
import type { Route, RouteContext } from './route.js';

/** `GET /variants`: the named variants of the account. */
export const variantsRoute: Route = {
  action: 'list-variants',
  namesImage: false,
  run: async ({ request, settings }: RouteContext) =>
    answerJson({ variants: await settings.images.variants.list({ signal: request.signal }) }),
};

/** `GET /stats`: how full the account is. */
export const statsRoute: Route = {
  action: 'read-stats',
  namesImage: false,
  run: async ({ request, settings }: RouteContext) =>
    answerJson(await settings.images.stats({ signal: request.signal })),
};
