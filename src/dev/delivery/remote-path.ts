import { DeliveryError } from './delivery-error.js';

/** A transformation path taken apart. */
export interface RemotePath {
  /** A word right after `image/` that a draft parser of Cloudflare's skips. */
  adapter?: string;
  /** Still percent-encoded. */
  options: string;
  /** An absolute URL, or an absolute path on the zone, with the query of the request. */
  source: string;
}

const adapters = new Set(['fastly', 'akamai', 'flow']);

function readSource(rest: string): string {
  // A client that encodes the whole source is understood; otherwise the path is taken as it is.
  const text = /^https?%3a/i.test(rest) ? decodeURIComponent(rest) : rest;
  // Some proxies fold the two slashes of a scheme into one.
  return /^https?:\//i.test(text) ? text.replace(/^(https?):\/+/i, '$1://') : `/${text}`;
}

/**
 * Takes `/<options>/<source>` apart.
 *
 * @param path after `/cdn-cgi/image`, as it stands in the URL
 * @param search of the request: it belongs to the source
 * @throws DeliveryError 9401 without options, 9404 without a source that could exist
 */
export function parseRemotePath(path: string, search: string): RemotePath {
  const segments = path.replace(/^\//, '').split('/');
  const adapter = adapters.has(segments[0] ?? '') ? segments.shift() : undefined;
  const options = segments.shift() ?? '';
  if (!options.includes('=')) {
    throw new DeliveryError(9401, 400, 'Missing options: at least one is required');
  }
  const rest = segments.join('/');
  if (rest === '' || rest.startsWith('/')) {
    throw new DeliveryError(9404, 404, 'Not found: a source path has to lose its leading slash');
  }
  try {
    const source = `${readSource(rest)}${search}`;
    return adapter === undefined ? { options, source } : { adapter, options, source };
  } catch {
    throw new DeliveryError(9406, 403, 'The source URL is not validly encoded');
  }
}
