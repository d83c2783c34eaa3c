/** The type of an image by its first bytes; undefined when they are not known here. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (head.startsWith('\u0089PNG\r\n')) return 'image/png';
  if (/^GIF8[79]a/.test(head)) return 'image/gif';
  if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'image/webp';
  const [, brand] = /^[\s\S]{4}ftyp([\s\S]{4})/.exec(head) ?? [];
  if (brand === 'avif' || brand === 'avis') return 'image/avif';
  if (/^(?:hei[cxms]|mif1)$/.test(brand ?? '')) return 'image/heic';
  return /^\s*(?:\u00ef\u00bb\u00bf)?\s*<(?:\?xml|!--|!DOCTYPE|svg)/i.test(head)
    ? 'image/svg+xml'
    : undefined;
}
