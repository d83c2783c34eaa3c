import type { ErrorCode } from '../../protocol/error-codes.js';
import { isImagesError } from '../../protocol/images-error.js';
import { answerError } from './answer.js';

interface FailureAnswer {
  status: number;
  /** When it differs from the code of the error. */
  code?: ErrorCode;
  message: string;
}

const ours: FailureAnswer = {
  status: 500,
  code: 'service-error',
  message: "The server failed. Its log says why (handler's onError).",
};

// The messages are our own: those of the errors name accounts, ids and Cloudflare's words, and
// belong in the log. `ours`: the other end can do nothing about it, or it cannot happen here.
const answers: Readonly<Record<ErrorCode, FailureAnswer>> = {
  'not-found': { status: 404, message: 'There is no such image.' },
  conflict: { status: 409, message: 'An image of that id exists already.' },
  'bad-request': { status: 400, message: 'Cloudflare refused the request as malformed.' },
  'private-custom-id': {
    status: 400,
    message: 'An image with a custom id cannot require signed URLs.',
  },
  'rate-limited': { status: 429, message: 'Too many requests just now. Try again later.' },
  timeout: { status: 504, message: 'Cloudflare did not answer in time.' },
  'token-refused': { status: 502, message: "Cloudflare refused this server's access." },
  'account-mismatch': { status: 502, message: "Cloudflare refused this server's account." },
  'not-supported': { status: 501, message: 'This service has no such operation.' },
  'upload-refused': { status: 502, message: 'Cloudflare takes no more images just now.' },
  'file-too-large': { status: 413, message: 'The file is over the limit of Cloudflare.' },
  'file-type-refused': { status: 415, message: 'Cloudflare does not take this kind of file.' },
  'animation-too-large': { status: 413, message: 'The animation is over the limit of Cloudflare.' },
  // "network" on the other end would mean its own connection.
  network: { status: 502, code: 'service-error', message: 'Cloudflare could not be reached.' },
  'invalid-response': {
    status: 502,
    code: 'service-error',
    message: 'Cloudflare gave an answer of another form.',
  },
  'service-error': { status: 502, message: 'Cloudflare had an internal problem.' },
  'file-empty': ours,
  'file-unreadable': ours,
  'image-dimensions-exceeded': ours,
  'image-area-exceeded': ours,
  'too-many-files': ours,
  'upload-link-gone': ours,
  'outcome-unknown': ours,
  aborted: ours,
  'token-missing': ours,
  unauthorized: ours,
  'cross-site-refused': ours,
  'peer-missing': ours,
  'invalid-option': ours,
};

/** The answer to an error that came up while a request was served: nothing of it is shown. */
export function answerFailure(error: unknown): Response {
  if (!isImagesError(error)) return answerError(ours.status, 'service-error', ours.message);
  const { status, code = error.code, message } = answers[error.code];
  const seconds = error.details?.retryAfterSeconds;
  return answerError(
    status,
    code,
    message,
    seconds === undefined ? {} : { 'retry-after': String(seconds) },
  );
}
