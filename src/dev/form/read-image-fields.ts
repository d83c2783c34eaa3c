import type { ApiMessage } from '../api/api-answer.js';
import type { Guesses } from '../guesses.js';
import { checkCustomId, createImageId } from '../image-id.js';
import { badRequest } from '../refusal.js';
import { readText } from './form-fields.js';
import type { FormPart } from './parse-multipart.js';
import { readMetadata } from './read-metadata.js';

/** What uploads and direct uploads may say about the image to be. */
export interface ImageFields {
  id: string;
  creator: string | null;
  meta: Record<string, unknown>;
  requireSignedURLs: boolean;
  messages: readonly ApiMessage[];
}

const maxCreatorLength = 1024;

/** Reads and checks the fields `id`, `metadata`, `requireSignedURLs` and `creator` of a form. */
export function readImageFields(parts: readonly FormPart[], guesses: Guesses): ImageFields {
  const customId = readText(parts, 'id');
  const isAskedPrivate = readBoolean(parts, 'requireSignedURLs');
  if (customId !== undefined && isAskedPrivate && guesses.privateCustomId === 'refuse') {
    throw badRequest('Private custom ID is not supported');
  }
  const requireSignedURLs = isAskedPrivate && customId === undefined;
  return {
    id:
      customId === undefined
        ? createImageId(requireSignedURLs, guesses)
        : checkCustomId(customId, guesses),
    creator: checkCreator(readText(parts, 'creator')),
    requireSignedURLs,
    ...readMetadata(parts, guesses),
  };
}

/** Refuses a creator that is too long. An empty one counts as none. */
export function checkCreator(creator: string | undefined): string | null {
  if (creator === undefined || creator === '') return null;
  if ([...creator].length > maxCreatorLength) {
    throw badRequest(`creator is over the limit of ${maxCreatorLength} characters`);
  }
  return creator;
}

function readBoolean(parts: readonly FormPart[], name: string): boolean {
  const text = readText(parts, name);
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw badRequest(`${name} must be true or false`);
}
