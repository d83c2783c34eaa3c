import type { ErrorCode } from '../../protocol/error-codes.js';
import { ImagesError, type ServiceError } from '../../protocol/images-error.js';

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
  retryAfterSeconds: number | undefined;
}

// Numbers of the API, which say more than the status: 5550 is an internal error and has been
// seen for days on HTTP 415. Cloudflare has moved numbers before, so the status is the fallback.
const codes = new Map<number, ErrorCode>([
  [5400, 'bad-request'],
  [5401, 'not-found'],
  [5403, 'account-mismatch'],
  [5404, 'not-found'],
  [5408, 'timeout'],
  [5409, 'conflict'],
  [5413, 'file-too-large'],
  [5415, 'bad-request'],
  [5443, 'animation-too-large'],
  [5453, 'upload-refused'],
  [5455, 'file-type-refused'],
  [5500, 'service-error'],
  [5503, 'service-error'],
  [5540, 'service-error'],
  [5541, 'service-error'],
  [5542, 'service-error'],
  [5543, 'service-error'],
  [5544, 'service-error'],
  [5550, 'service-error'],
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
    const code = codes.get(error.code);
    if (code !== undefined) return code;
  }
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'service-error';
  // A page of a proxy says nothing about the image or the token, whatever its status.
  if (errors === undefined) return 'invalid-response';
  // 200 with success: false, seen in production and swallowed by other clients.
  return statuses.get(status) ?? (status < 400 ? 'service-error' : 'bad-request');
}
