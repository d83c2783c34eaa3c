/** A hosted delivery path taken apart. */
export type HostedPath = { accountHash: string; imageId: string } & (
  | { /** The last segment, when it holds a `=`; still percent-encoded. */ options: string }
  | { /** Else its name, decoded. */ variant: string }
);

/**
 * Takes `/<hash>/<id>/<variant or options>` apart; the id is everything between the first and
 * the last segment and may hold slashes, written plainly or as `%2F`. Decoded here, once, and
 * nowhere after. Undefined when a part is missing or the encoding is broken.
 */
export function parseHostedPath(path: string): HostedPath | undefined {
  const segments = path.replace(/^\//, '').split('/');
  const last = segments.pop();
  const [hash, ...rest] = segments;
  if (!hash || !last || rest.join('/') === '') return undefined;
  try {
    const parts = {
      accountHash: decodeURIComponent(hash),
      imageId: decodeURIComponent(rest.join('/')),
    };
    return last.includes('=')
      ? { ...parts, options: last }
      : { ...parts, variant: decodeURIComponent(last) };
  } catch {
    return undefined;
  }
}
