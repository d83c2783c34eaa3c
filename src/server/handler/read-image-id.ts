import { findImageIdProblem } from '../client/check-image-id.js';
import { Refusal } from './refusal.js';

/**
 * The one `id` of the query, decoded once, here, for everyone: what `authorize` is asked about
 * is letter for letter what the client is called with.
 */
export function readImageId(query: URLSearchParams): string {
  const ids = query.getAll('id');
  const [id] = ids;
  if (ids.length !== 1 || id === undefined) {
    throw new Refusal(400, 'bad-request', 'The query needs exactly one "id".');
  }
  const problem = findImageIdProblem(id);
  if (problem !== undefined) {
    throw new Refusal(400, 'bad-request', `"id" is not the id of an image: ${problem}.`);
  }
  return id;
}
