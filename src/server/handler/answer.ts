import type { ErrorCode } from '../../protocol/error-codes.js';
import type { WireError } from '../../protocol/wire-error.js';

/** A JSON answer. Nothing of ours may be kept by a cache: answers depend on who asks. */
export function answerJson(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  });
}

/** A `WireError`. */
export function answerError(
  status: number,
  code: ErrorCode,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Response {
  return answerJson({ error: { code, message } } satisfies WireError, status, headers);
}
