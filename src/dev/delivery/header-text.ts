const longest = 200;

/**
 * Text that may stand in a header whatever it came from: printable ASCII as it is, all else as
 * percent signs, so that no line break and no raw byte of a URL gets out.
 */
export function headerText(text: string): string {
  const encoder = new TextEncoder();
  const percent = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  const safe = Array.from(text.slice(0, longest), (character) => {
    return /^[\x20-\x7e]$/.test(character)
      ? character
      : Array.from(encoder.encode(character), percent).join('');
  });
  return safe.join('').slice(0, longest);
}
