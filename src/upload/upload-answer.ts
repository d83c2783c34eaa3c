import type { ErrorCode } from '../protocol/error-codes.js';
import { type ImageRecord, parseImageRecord } from '../protocol/image-record.js';
import { ImagesError, type ImagesErrorDetails } from '../protocol/images-error.js';
import { parseRetryAfter } from '../protocol/retry-after.js';
import { parseServiceAnswer } from '../protocol/service-answer.js';
import { codeOfServiceNumber, isServiceTrouble } from '../protocol/service-codes.js';
import type { TicketReason } from '../protocol/ticket-request.js';
import type { SendAnswer } from './transport.js';

/**
 * What an answer of the upload host means. `certain` means that the image is not there; without
 * it the outcome has to be verified before anybody hears of a failure. `repeat` tells whether
 * another attempt may fare better, and `reason` is what its ticket is asked with.
 */
export type UploadOutcome =
  | { kind: 'stored'; image: ImageRecord }
  | {
      kind: 'failed';
      error: ImagesError;
      certain: boolean;
      repeat: boolean;
      reason: TicketReason;
    };

// Only an upload meets these: transfers that broke. Another one may get through.
const brokenTransfers = [5408, 5433, 5450];

// The URL is not there, was used, or lapsed. Used may well mean that it worked: Chromium
// repeats a POST by itself when a kept-alive connection dies.
const goneCodes = [404, 409, 410];

// Here it is the file that is sent, so a bare status is about the file.
const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  413: 'file-too-large',
  415: 'file-type-refused',
};

/** Reads the answer to the upload of a file whose ticket had that id. */
export function readUploadAnswer(answer: SendAnswer, imageId: string, name: string): UploadOutcome {
  const { status } = answer;
  const parsed = parseServiceAnswer(answer.body);
  const said = parsed?.errors[0];
  const code = said?.code ?? 0;
  const ok = status >= 200 && status < 300;
  const words = said?.message ? `: ${said.message} (code ${code})` : ` with status ${status}`;
  const fail = (
    errorCode: ErrorCode,
    text: string,
    { certain = false, repeat = true, reason = 'retry' as TicketReason } = {},
  ): UploadOutcome => {
    const options = { status, details: detailsOf(answer, parsed?.errors) };
    return {
      kind: 'failed',
      error: new ImagesError(errorCode, text, options),
      certain,
      repeat,
      reason,
    };
  };

  if (ok && parsed?.success) {
    const image = parseImageRecord(parsed.result);
    // Another id, a draft or no image at all: a success that does not say what was stored.
    if (image?.id === imageId && !image.draft) return { kind: 'stored', image };
  }
  if (!parsed || (ok && parsed.success)) {
    return fail('invalid-response', `The upload of ${name} was not answered as Cloudflare does.`);
  }
  if (status === 429 && code !== 5453) {
    return fail('rate-limited', `Cloudflare asks to wait before sending ${name} again.`, {
      certain: true,
    });
  }
  if (brokenTransfers.includes(code) || isServiceTrouble(code) || status === 408 || status >= 500) {
    return fail('service-error', `Cloudflare could not take ${name}${words}.`);
  }
  const gone = goneCodes.find((number) => status === number || code === 5000 + number);
  if (gone) {
    const reason = gone === 409 ? 'retry' : 'expired';
    return fail('upload-link-gone', `The upload link for ${name} is used or expired.`, { reason });
  }
  // A "no" with the status of a "yes" is not certain enough to skip the question.
  return fail(
    codeOfServiceNumber[code] ?? codeOfStatus[status] ?? 'upload-refused',
    `Cloudflare refused ${name}${words}.`,
    { certain: !ok, repeat: false },
  );
}

function detailsOf(answer: SendAnswer, errors: ImagesErrorDetails['errors']): ImagesErrorDetails {
  const ray = answer.header('cf-ray');
  return {
    ...(errors && { errors }),
    ...(ray && { ray }),
    ...parseRetryAfter(answer.header('retry-after')),
  };
}
