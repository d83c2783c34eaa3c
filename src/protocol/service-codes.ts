import type { ErrorCode } from './error-codes.js';

/** What Cloudflare's numbers about an upload mean, wherever they are answered. */
export const codeOfServiceNumber: Readonly<Record<number, ErrorCode>> = {
  5413: 'file-too-large',
  // The request was not a form. It says nothing about the image.
  5415: 'bad-request',
  5443: 'animation-too-large',
  5453: 'upload-refused',
  5455: 'file-type-refused',
};

/**
 * True when Cloudflare itself had a problem. The number counts and not the status: 5550 has been
 * seen for days on HTTP 415.
 */
export function isServiceTrouble(number: number): boolean {
  return number >= 5500 && number < 5600;
}
