/**
 * The names in the headers of one part of a form; undefined without a field name. Both ways of
 * writing a quote are read: browsers send `%22`, curl sends `\"`.
 */
export function parsePartHeaders(
  head: string,
): { name: string; fileName: string | undefined } | undefined {
  const line = head.split('\r\n').find((text) => /^content-disposition:/i.test(text));
  if (line === undefined) return undefined;
  const name = readParameter(line, 'name');
  if (name === undefined) return undefined;
  return { name, fileName: readParameter(line, 'filename') };
}

function readParameter(line: string, name: string): string | undefined {
  const quoted = new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(line)?.[1];
  const text = quoted ?? new RegExp(`;\\s*${name}=([^";\\s]+)`, 'i').exec(line)?.[1];
  return text
    ?.replace(/\\(["\\])/g, '$1')
    .replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code));
}
