import { normalizeMediaType } from '../protocol/media-type.js';

const spelled: Readonly<Record<string, string>> = {
  'svg+xml': 'SVG',
  webp: 'WebP',
};

/** Names a person knows for the entries of an `accept` list: "JPEG", "SVG". No repeats. */
export function typeNames(accept: string): readonly string[] {
  const names = accept.split(',').map((entry) => {
    const type = normalizeMediaType(entry.trim().replace(/^\./, 'image/'));
    const name = type.replace(/^image\//, '');
    return Object.hasOwn(spelled, name) ? (spelled[name] ?? name) : name.toUpperCase();
  });
  return [...new Set(names.filter((name) => name !== '' && name !== '*'))];
}
