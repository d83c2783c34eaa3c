/** Percent-decodes once. A stray `%` that no encoder wrote stays as it is. */
export function decodeSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
