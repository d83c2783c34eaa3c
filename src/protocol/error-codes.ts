/**
 * Every code an `ImagesError` can carry. A noun of the failure, so that a program can branch
 * on it; the words a person reads come from `getErrorMessage` and can be replaced.
 *
 * The order is the order in which a file meets them: checks before sending, the ticket, the
 * upload itself, then what our server or Cloudflare answers.
 */
export const errorCodes = [
  'file-empty',
  'file-too-large',
  'file-type-refused',
  'file-unreadable',
  'image-dimensions-exceeded',
  'image-area-exceeded',
  'animation-too-large',
  'too-many-files',
  'upload-link-gone',
  'upload-refused',
  'outcome-unknown',
  'network',
  'timeout',
  'aborted',
  'invalid-response',
  'bad-request',
  'token-missing',
  'token-refused',
  'unauthorized',
  'cross-site-refused',
  'account-mismatch',
  'not-found',
  'conflict',
  'rate-limited',
  'service-error',
  'not-supported',
  'peer-missing',
  'private-custom-id',
  'invalid-option',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** True when a value from the wire is one of our codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return (errorCodes as readonly unknown[]).includes(value);
}
