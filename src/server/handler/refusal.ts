import type { ErrorCode } from '../../protocol/error-codes.js';

/**
 * A "no" that the handler itself decided, in words meant for the other end. It is thrown inside
 * and answered at the door. Any other error is answered without its message, which is meant for
 * the server's log.
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
