/** The three parts of a hosted delivery path. */
export interface HostedPath {
  accountHash: string;
  imageId: string;
  /** The last segment when it holds a `=`, still percent-encoded. */
  options?: string;
  /** Else its name, decoded. */
  variant?: string;
}

/**
 * Takes `/<hash>/<id>/<variant or options>` apart; the id is everything between the first and
 * the last segment and may hold slashes, written plainly or as `%2F`. Decoded here, once, and
 * nowhere after. Undefined when a part is missing or the encoding is broken.
 */
export function parseHostedPath(path: string): HostedPath | undefined {
  const segments = path.replace(/^\//, '').split('/');
  const last = segments.pop();
  const [accountHash, ...id] = segments;
  if (!accountHash || !last || id.length === 0) return undefined;
  try {
    const parts = {
      accountHash: decodeURIComponent(accountHash),
      imageId: decodeURIComponent(id.join('/')),
    };
    if (parts.imageId === '') return undefined;
    return last.includes('=')
      ? { ...parts, options: last }
      : { ...parts, variant: decodeURIComponent(last) };
  } catch {
    return undefined;
  }
}
