/**
 * The one spelling of a media type that types are compared in: bare, lower case, and without the
 * other names that browsers, systems and pages have for the same kind of image. HEIF is the
 * container of HEIC; phones and pages use either word.
 */
export function normalizeMediaType(type: string): string {
  return type
    .toLowerCase()
    .replace(/;.*| /gs, '')
    .replace(/\/p?jpe?g$/, '/jpeg')
    .replace(/\/x-png$/, '/png')
    .replace(/\/svg$/, '/svg+xml')
    .replace(/\/heif$/, '/heic');
}
