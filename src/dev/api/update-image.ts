import { checkMetadata } from '../check-metadata.js';
import { checkCreator } from '../form/read-image-fields.js';
import type { Guesses } from '../guesses.js';
import { createMovedId, isCustomId } from '../image-id.js';
import { badRequest, imageNotFound } from '../refusal.js';
import type { StoredImage } from '../stored-image.js';
import { successAnswer } from './api-answer.js';
import { type ApiHandler, describeImage } from './api-call.js';
import { idTaken } from './id-taken.js';
import { readFlag } from './read-flag.js';
import { readJson } from './read-json.js';

/** `PATCH /images/v1/{image_id}`: what is absent stays; metadata is replaced as a whole. */
export const updateImage: ApiHandler = async (call) => {
  const { store, guesses } = call.service;
  const body = await readJson(call.request, guesses);
  const changes = readChanges(body, guesses);
  const isAskedPrivate = readFlag(body, 'requireSignedURLs');
  let isFound = false;
  const image = await store.changeImage(call.name, (current) => {
    isFound = true;
    return changeAccess({ ...current, ...changes }, isAskedPrivate, guesses);
  });
  if (image) return successAnswer(await describeImage(call, image));
  throw isFound ? idTaken() : imageNotFound();
};

function readChanges(
  body: Readonly<Record<string, unknown>>,
  guesses: Guesses,
): Partial<StoredImage> {
  const { creator, metadata } = body;
  const isText = typeof creator === 'string';
  if (creator !== undefined && creator !== null && !isText) {
    throw badRequest('creator must be text');
  }
  return {
    ...(creator === undefined ? {} : { creator: checkCreator(isText ? creator : undefined) }),
    ...(metadata === undefined ? {} : { meta: checkMetadata(metadata, guesses) }),
  };
}

/** Another access is another id: URLs that were given out under the old one end. */
function changeAccess(
  image: StoredImage,
  isAskedPrivate: boolean | undefined,
  guesses: Guesses,
): StoredImage {
  if (isAskedPrivate === undefined || isAskedPrivate === image.requireSignedURLs) return image;
  if (isAskedPrivate && isCustomId(image.id)) {
    if (guesses.privateCustomId === 'drop-flag') return image;
    throw badRequest('Private custom ID is not supported');
  }
  const id = createMovedId(image.id, isAskedPrivate, guesses);
  return { ...image, id, requireSignedURLs: isAskedPrivate };
}
