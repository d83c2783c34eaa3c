import { answerFailure } from './answer-failure.js';
import { answerError } from './answer.js';
import { askPermission } from './ask-permission.js';
import { answerPreflight, buildCorsHeaders, refuseCrossSite } from './cross-site.js';
import {
  type HandlerSettings,
  type ImagesHandlerOptions,
  readHandlerSettings,
} from './handler-settings.js';
import { readImageId } from './read-image-id.js';
import { Refusal } from './refusal.js';
import { routeTable } from './route-table.js';
import type { Route } from './routes/route.js';

/** Answers a request, always with a response: an error becomes one as well. */
export type ImagesHandler = (request: Request) => Promise<Response>;

/**
 * The server's half of the hooks: hands out one-time upload URLs, tells what became of uploads,
 * lists, changes and deletes images, as far as `authorize` allows. It is a plain fetch handler,
 * for Workers, Next route handlers, Hono, Deno and Bun as it is, for Node with `toNodeListener`.
 */
export function createImagesHandler(options: ImagesHandlerOptions): ImagesHandler {
  const settings = readHandlerSettings(options);
  return async (request) => {
    const preflight = answerPreflight(request, settings.allowedOrigins);
    if (preflight) return preflight;
    const response = await serve(request, settings).catch((error: unknown) => {
      if (error instanceof Refusal) {
        return answerError(error.status, error.code, error.message, error.headers);
      }
      const answer = answerFailure(error);
      // Nobody is there to be answered after a hang-up, and nothing has failed.
      const isFailure = answer.status >= 500 || answer.status === 429;
      if (isFailure && !request.signal.aborted) settings.reportError(error, request);
      return answer;
    });
    const cors = buildCorsHeaders(request, settings.allowedOrigins);
    for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
    return response;
  };
}

async function serve(request: Request, settings: HandlerSettings): Promise<Response> {
  const url = new URL(request.url);
  const route = findRoute(request.method, url.pathname, settings.basePath);
  refuseCrossSite(request, settings.allowedOrigins);
  const query = url.searchParams;
  const imageId = route.namesImage ? readImageId(query) : '';
  const grant = await askPermission(
    settings.authorize,
    { action: route.action, request, ...(route.namesImage ? { imageId } : {}) },
    (error) => settings.reportError(error, request),
  );
  return route.run({ request, query, imageId, grant, settings });
}

function findRoute(method: string, pathname: string, basePath: string): Route {
  const methods = pathname.startsWith(`${basePath}/`)
    ? routeTable.get(pathname.slice(basePath.length))
    : undefined;
  if (methods === undefined) {
    throw new Refusal(
      404,
      'not-supported',
      `There is no such route below "${basePath}". Are basePath of the handler and endpoint of the hooks equal?`,
    );
  }
  const route = methods.get(method);
  if (route === undefined) {
    const allow = [...methods.keys()].join(', ');
    throw new Refusal(405, 'bad-request', `This route takes ${allow}.`, { allow });
  }
  return route;
}
