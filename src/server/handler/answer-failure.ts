import type { ErrorCode } from '../../protocol/error-codes.js';
import { isImagesError } from '../../protocol/images-error.js';
import { answerError } from './answer.js';

interface FailureAnswer {
  status: number;
  /** When it differs from the code of the error. */
  code?: ErrorCode;
  message: string;
}

// One row for each failure of the client that another end can understand. The messages are our
// own: those of the errors name accounts, ids and Cloudflare's words, and belong in the log.
const answers = new Map<ErrorCode, FailureAnswer>([
  ['not-found', { status: 404, message: 'There is no such image.' }],
  ['conflict', { status: 409, message: 'An image of that id exists already.' }],
  ['bad-request', { status: 400, message: 'Cloudflare refused the request as malformed.' }],
  [
    'private-custom-id',
    { status: 400, message: 'An image with a custom id cannot require signed URLs.' },
  ],
  ['rate-limited', { status: 429, message: 'Too many requests just now. Try again later.' }],
  ['timeout', { status: 504, message: 'Cloudflare did not answer in time.' }],
  ['token-refused', { status: 502, message: "Cloudflare refused this server's access." }],
  ['account-mismatch', { status: 502, message: "Cloudflare refused this server's account." }],
  ['not-supported', { status: 501, message: 'This service has no such operation.' }],
  ['upload-refused', { status: 502, message: 'Cloudflare takes no more images just now.' }],
  // "network" on the other end would mean its own connection.
  ['network', { status: 502, code: 'service-error', message: 'Cloudflare could not be reached.' }],
  [
    'invalid-response',
    { status: 502, code: 'service-error', message: 'Cloudflare gave an answer of another form.' },
  ],
  ['service-error', { status: 502, message: 'Cloudflare had an internal problem.' }],
]);

/** The answer to an error that came up while a request was served: nothing of it is shown. */
export function answerFailure(error: unknown): Response {
  const answer = isImagesError(error) ? answers.get(error.code) : undefined;
  if (!isImagesError(error) || answer === undefined) {
    return answerError(
      500,
      'service-error',
      "The server failed. Its log says why (handler's onError).",
    );
  }
  const seconds = error.details?.retryAfterSeconds;
  return answerError(
    answer.status,
    answer.code ?? error.code,
    answer.message,
    seconds === undefined ? {} : { 'retry-after': String(seconds) },
  );
}
