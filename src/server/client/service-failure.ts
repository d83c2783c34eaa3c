import type { ErrorCode } from '../../protocol/error-codes.js';
import { ImagesError, type ServiceError } from '../../protocol/images-error.js';
import { codeOfServiceNumber, isServiceTrouble } from '../../protocol/service-codes.js';

/** An answer of Cloudflare that is not a success. */
export interface ServiceRefusal {
  /** Words for the message: what was being done, on what. */
  doing: string;
  status: number;
  /** Cloudflare's own errors; undefined when the body was not one of its two shapes. */
  errors: readonly ServiceError[] | undefined;
  /** Media type of the body, for the message when it was neither shape. */
  contentType: string | null;
  ray: string | null;
  retryAfterSeconds?: number;
}

// Numbers that only the API answers, or that mean something else there than on an upload (5404
// and 5409 are about the image, not about a used link). They say more than the status, but
// Cloudflare has moved numbers before, so the status is the fallback.
const ownCodes = new Map<number, ErrorCode>([
  [5400, 'bad-request'],
  [5401, 'not-found'],
  [5403, 'account-mismatch'],
  [5404, 'not-found'],
  [5408, 'timeout'],
  [5409, 'conflict'],
  [971, 'rate-limited'],
  [10429, 'rate-limited'],
  [10000, 'token-refused'],
  [9106, 'token-refused'],
  [9109, 'token-refused'],
  [6003, 'token-refused'],
  [6111, 'token-refused'],
  [7000, 'not-supported'],
  [7003, 'account-mismatch'],
]);

const statuses = new Map<number, ErrorCode>([
  [400, 'bad-request'],
  [401, 'token-refused'],
  [403, 'token-refused'],
  [404, 'not-found'],
  [408, 'timeout'],
  [409, 'conflict'],
  [413, 'file-too-large'],
  [415, 'bad-request'],
]);

/** What to do about it. Codes that are missing here explain themselves in Cloudflare's words. */
const remedies: Partial<Record<ErrorCode, string>> = {
  'token-refused':
    'Cloudflare refused the API token. It needs the permission "Cloudflare Images: Edit" on this account; check that apiToken is whole, not expired and of the right account.',
  'account-mismatch':
    'Cloudflare does not accept this account. Is accountId the account ID (32 hexadecimal characters, shown in the dashboard) and not the account hash of delivery URLs? Is Images enabled on it?',
  'not-supported': 'the API has no such operation. Does baseUrl lead to the whole of it?',
  'not-found': 'Cloudflare has no such image.',
  conflict:
    'Cloudflare already has an image of that id. Choose another id, or wait a little after deleting: deletion takes a moment to spread.',
  'rate-limited':
    'Cloudflare limits this token or user to 1,200 requests in five minutes. Wait as long as details.retryAfterSeconds says.',
  'service-error': 'Cloudflare had an internal problem. Try again later.',
};

/** The one error for a refusal, with Cloudflare's numbers, the ray id and what to do. */
export function createServiceFailure(refusal: ServiceRefusal): ImagesError {
  const { doing, status, errors, ray, retryAfterSeconds } = refusal;
  const code = chooseCode(refusal);
  const numbers = (errors ?? []).map((error) => `code ${error.code}`);
  const facts = [...numbers, `HTTP ${status}`, ...(ray ? [`cf-ray ${ray}`] : [])].join(', ');
  const said = errors
    ?.map((error) => error.message)
    .filter(Boolean)
    .join('; ');
  const words =
    errors === undefined && code === 'invalid-response'
      ? `the answer is not one of Cloudflare's API (${refusal.contentType ?? 'no content type'}). Does baseUrl lead to it, or is a proxy in between?`
      : [remedies[code], said && `Cloudflare said: ${said}.`].filter(Boolean).join(' ') ||
        'Cloudflare refused without a reason.';
  return new ImagesError(code, `${doing}: ${words} (${facts})`, {
    status,
    details: {
      ...(errors ? { errors } : {}),
      ...(ray ? { ray } : {}),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    },
  });
}

function chooseCode({ status, errors }: ServiceRefusal): ErrorCode {
  for (const error of errors ?? []) {
    const code = codeOfNumber(error.code);
    if (code !== undefined) return code;
  }
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'service-error';
  // A page of a proxy says nothing about the image or the token, whatever its status.
  if (errors === undefined) return 'invalid-response';
  // 200 with success: false, seen in production and swallowed by other clients.
  return statuses.get(status) ?? (status < 400 ? 'service-error' : 'bad-request');
}

function codeOfNumber(number: number): ErrorCode | undefined {
  if (isServiceTrouble(number)) return 'service-error';
  return ownCodes.get(number) ?? codeOfServiceNumber[number];
}
