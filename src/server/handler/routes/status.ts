import type { ImageStatus } from '../../../protocol/image-status.js';
import { answerJson } from '../answer.js';
import { findGrantedImage } from '../find-granted-image.js';
import { toWireImage } from '../to-wire-image.js';
import type { Route, RouteContext } from './route.js';

/** `GET /status?id=`: the truth about an upload, as Cloudflare's details of the image tell it. */
export const statusRoute: Route = { action: 'read-status', namesImage: true, run: readStatus };

async function readStatus(context: RouteContext): Promise<Response> {
  const { request, settings } = context;
  const image = await findGrantedImage(context);
  if (image === undefined) return answerJson({ status: 'unknown' } satisfies ImageStatus);
  if (image.draft) return answerJson({ status: 'draft' } satisfies ImageStatus);
  await settings.storeOnce(image, request);
  const wireImage = toWireImage(image, settings);
  return answerJson({ status: 'ready', image: wireImage } satisfies ImageStatus);
}
