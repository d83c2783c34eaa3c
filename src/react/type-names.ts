const spelled: Readonly<Record<string, string>> = {
  'svg+xml': 'SVG',
  webp: 'WebP',
  heif: 'HEIC',
  jpg: 'JPEG',
};

/** Names a person knows for the entries of an `accept` list: "JPEG", "SVG". No repeats. */
export function typeNames(accept: string): readonly string[] {
  const names = accept.split(',').map((entry) => {
    const name = entry
      .trim()
      .toLowerCase()
      .replace(/^(image\/|\.)/, '');
    return Object.hasOwn(spelled, name) ? (spelled[name] ?? name) : name.toUpperCase();
  });
  return [...new Set(names.filter((name) => name !== '' && name !== '*'))];
}
