import { indexOfBytes } from './index-of-bytes.js';
import { parsePartHeaders } from './parse-part-headers.js';

/** One field of a form. `fileName` is undefined for plain fields. */
export interface FormPart {
  name: string;
  fileName: string | undefined;
  bytes: Uint8Array;
}

/**
 * Reads a multipart body. Our own reader, because those of the runtimes differ: some refuse a
 * body that holds only the closing boundary, which is what the official SDK 7.3.0 sends for a
 * direct upload without options.
 *
 * @returns undefined when the body ends early or is no multipart at all
 */
export function parseMultipart(body: Uint8Array, boundary: string): FormPart[] | undefined {
  const encoder = new TextEncoder();
  const opening = encoder.encode(`--${boundary}`);
  const delimiter = encoder.encode(`\r\n--${boundary}`);
  let position = indexOfBytes(body, opening, 0);
  if (position < 0) return undefined;
  position += opening.length;
  const parts: FormPart[] = [];
  while (!isClosing(body, position)) {
    const headStart = skipLineBreak(body, position);
    if (headStart === undefined) return undefined;
    const headEnd = indexOfBytes(body, blankLine, headStart - 2);
    const end = headEnd < 0 ? -1 : indexOfBytes(body, delimiter, headEnd + 2);
    if (end < 0) return undefined;
    const head = new TextDecoder().decode(body.subarray(headStart, Math.max(headStart, headEnd)));
    const names = parsePartHeaders(head);
    if (names) parts.push({ ...names, bytes: body.slice(headEnd + 4, end) });
    position = end + delimiter.length;
  }
  return parts;
}

const blankLine = new Uint8Array([13, 10, 13, 10]);

function isClosing(body: Uint8Array, position: number): boolean {
  return body[position] === 45 && body[position + 1] === 45;
}

// After a boundary there may be padding, then the line ends.
function skipLineBreak(body: Uint8Array, start: number): number | undefined {
  let position = start;
  while (body[position] === 32 || body[position] === 9) position += 1;
  return body[position] === 13 && body[position + 1] === 10 ? position + 2 : undefined;
}
