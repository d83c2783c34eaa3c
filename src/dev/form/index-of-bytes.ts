/** Where `needle` first stands in `bytes` at or after `from`; -1 when nowhere. */
export function indexOfBytes(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  const first = needle[0] as number;
  const last = bytes.length - needle.length;
  let position = bytes.indexOf(first, from);
  while (position >= 0 && position <= last) {
    let length = 1;
    while (length < needle.length && bytes[position + length] === needle[length]) length += 1;
    if (length === needle.length) return position;
    position = bytes.indexOf(first, position + 1);
  }
  return -1;
}
