import { type ErrorCode, isErrorCode } from './error-codes.js';
import { isJsonObject, ownString } from './json-value.js';

/** The body of every answer of our handler that is not a success. */
export interface WireError {
  error: { code: ErrorCode; message: string };
}

/** Reads the error of an answer; undefined when it is not one of ours (a proxy's HTML, say). */
export function parseWireError(value: unknown): WireError['error'] | undefined {
  if (!isJsonObject(value) || !isJsonObject(value.error)) return undefined;
  const code = value.error.code;
  const message = ownString(value.error, 'message');
  return isErrorCode(code) && message !== undefined ? { code, message } : undefined;
}
