/**
 * The image types an Accept header names, with their weights; those of weight 0 are left out.
 * Wildcards stand for themselves: a client that takes anything has not asked for AVIF.
 */
export function parseAccept(header: string | null): ReadonlySet<string> {
  const accepted = new Set<string>();
  for (const part of (header ?? '').split(',')) {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    if (weight === undefined || Number(weight) > 0) accepted.add(type);
  }
  return accepted;
}
