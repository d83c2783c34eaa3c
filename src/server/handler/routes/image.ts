import { parseImageChanges } from '../../../protocol/image-changes.js';
import { answerJson } from '../answer.js';
import { buildMetadata } from '../build-metadata.js';
import { findGrantedImage } from '../find-granted-image.js';
import { readJsonBody } from '../read-json-body.js';
import { Refusal } from '../refusal.js';
import { toWireImage } from '../to-wire-image.js';
import type { Route, RouteContext } from './route.js';

/** `GET /image?id=`: one image. */
export const getImageRoute: Route = { action: 'get', namesImage: true, run: getImage };

/** `PATCH /image?id=`: changes one; its answer may have a new id. */
export const updateImageRoute: Route = { action: 'update', namesImage: true, run: updateImage };

/** `DELETE /image?id=`: deletes one, or a draft. */
export const deleteImageRoute: Route = { action: 'delete', namesImage: true, run: deleteImage };

async function getImage(context: RouteContext): Promise<Response> {
  const image = (await findGrantedImage(context)) ?? refuseUnknown();
  return answerJson({ image: toWireImage(image, context.settings) });
}

async function updateImage(context: RouteContext): Promise<Response> {
  const { request, grant, imageId, settings } = context;
  const changes = parseImageChanges(await readJsonBody(request));
  if (changes === undefined) {
    throw new Refusal(400, 'bad-request', 'The body holds no change of an image.');
  }
  const { requireSignedURLs } = changes;
  if (
    grant.requireSignedURLs !== undefined &&
    (requireSignedURLs ?? grant.requireSignedURLs) !== grant.requireSignedURLs
  ) {
    throw new Refusal(403, 'unauthorized', 'You may not change who can see this image.');
  }
  // Read first even when everything is granted: an update replaces all metadata, and the
  // fields of the server must outlive it.
  const before = (await findGrantedImage(context)) ?? refuseUnknown();
  const metadata = buildMetadata(before.meta, changes.metadata, grant, settings);
  const image = await settings.images.update(imageId, {
    ...(metadata === undefined ? {} : { metadata }),
    ...(requireSignedURLs === undefined ? {} : { requireSignedURLs }),
    signal: request.signal,
  });
  return answerJson({ image: toWireImage(image, settings) });
}

async function deleteImage(context: RouteContext): Promise<Response> {
  const { request, grant, imageId, settings } = context;
  const isNarrowed = grant.creator !== undefined || grant.idPrefix !== undefined;
  if (isNarrowed && !(await findGrantedImage(context))) refuseUnknown();
  await settings.images.delete(imageId, { signal: request.signal });
  return answerJson({ id: imageId });
}

function refuseUnknown(): never {
  throw new Refusal(404, 'not-found', 'There is no such image.');
}
