import { handlerPaths } from '../../protocol/handler-paths.js';
import { statsRoute, variantsRoute } from './routes/account.js';
import { createTicketRoute } from './routes/create-ticket.js';
import { deleteImageRoute, getImageRoute, updateImageRoute } from './routes/image.js';
import { listImagesRoute } from './routes/list-images.js';
import type { Route } from './routes/route.js';
import { statusRoute } from './routes/status.js';

/**
 * Path below the base path, then method. Maps, because both words come from outside. Paths are
 * compared as they are: nothing is decoded, so `%2F`, `//` and `..` find nothing.
 */
export const routeTable: ReadonlyMap<string, ReadonlyMap<string, Route>> = new Map([
  [handlerPaths.directUpload, new Map([['POST', createTicketRoute]])],
  [handlerPaths.images, new Map([['GET', listImagesRoute]])],
  [
    handlerPaths.image,
    new Map([
      ['GET', getImageRoute],
      ['PATCH', updateImageRoute],
      ['DELETE', deleteImageRoute],
    ]),
  ],
  [handlerPaths.status, new Map([['GET', statusRoute]])],
  [handlerPaths.variants, new Map([['GET', variantsRoute]])],
  [handlerPaths.stats, new Map([['GET', statsRoute]])],
]);
