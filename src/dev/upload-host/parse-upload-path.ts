import { badRequest } from '../refusal.js';

/** The image id of `/<account hash>/<image id>`; undefined when the hash is another account's. */
export function parseUploadPath(path: string, accountHash: string): string | undefined {
  const [hash = '', ...rest] = path.split('/').slice(1);
  const encodedId = rest.join('/');
  if (encodedId === '') throw badRequest('Missing image ID');
  try {
    return decodeURIComponent(hash) === accountHash ? decodeURIComponent(encodedId) : undefined;
  } catch {
    return undefined;
  }
}
