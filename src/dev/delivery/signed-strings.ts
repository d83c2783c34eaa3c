import type { Guesses } from '../guesses.js';

/** The query without its `sig`, as it stands in the URL. */
function rawQuery(search: string): string {
  const pieces = search.replace(/^\?/, '').split('&');
  return pieces.filter((piece) => piece !== '' && piece.split('=')[0] !== 'sig').join('&');
}

/** The query without its `sig`, as `URLSearchParams` writes it. */
function formQuery(search: string): string {
  const query = new URLSearchParams(search);
  query.delete('sig');
  return query.toString();
}

/**
 * Every text whose signature is accepted for a URL. More than one, because the documentation
 * signs `searchParams.toString()` and Cloudflare's own mock signs `search`: the two differ for
 * characters that form encoding rewrites, and in the bare `?` of an empty query.
 *
 * @param path as it stands in the URL
 * @param search with its `?`, `sig` included
 */
export function signedStrings(
  path: string,
  search: string,
  signedString: Guesses['signedString'],
): readonly string[] {
  const raw = rawQuery(search);
  const withQuery = [
    `${path}?${raw}`,
    `${path}?${formQuery(search)}`,
    ...(raw === '' ? [path] : []),
  ];
  const texts =
    signedString === 'path' ? [path] : signedString === 'either' ? [...withQuery, path] : withQuery;
  return [...new Set(texts)];
}
