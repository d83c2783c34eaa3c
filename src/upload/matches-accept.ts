import { normalizeMediaType } from '../protocol/media-type.js';
import { acceptedTypes } from '../protocol/published-limits.js';

/**
 * True when a file fits an `accept` list; its type is what its content says. An entry that names
 * the very type takes it, AVIF too. Everything else only takes what Cloudflare always accepts.
 */
export function matchesAccept(file: File, type: string, accept: string | undefined): boolean {
  const usual = (acceptedTypes as readonly string[]).includes(type);
  if (!accept?.trim()) return usual;
  return accept.split(',').some((entry) => {
    const rule = normalizeMediaType(entry);
    const named = type !== '' && normalizeMediaType(rule.replace(/^\./, 'image/')) === type;
    if (rule.startsWith('.')) return (usual || named) && file.name.toLowerCase().endsWith(rule);
    return named || (usual && /^(\*|image)\/\*$/.test(rule));
  });
}
