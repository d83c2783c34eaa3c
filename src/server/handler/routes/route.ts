import type { ImagesAction } from '../actions.js';
import type { Grant } from '../grant.js';
import type { HandlerSettings } from '../handler-settings.js';

/** What a route gets when it runs: the visitor has been let in, within `grant`. */
export interface RouteContext {
  request: Request;
  query: URLSearchParams;
  /** Present on routes that name an image. */
  imageId: string;
  grant: Grant;
  settings: HandlerSettings;
}

/** One method of one path. */
export interface Route {
  action: ImagesAction;
  /** Whether the query names an image, which `authorize` is then told. */
  namesImage: boolean;
  run: (context: RouteContext) => Promise<Response>;
}
