import type { ErrorCode } from './error-codes.js';

/** One entry of the `errors` array of a Cloudflare API answer. */
export interface ServiceError {
  /** Cloudflare's own number, for example 5404 (image not found). */
  code: number;
  message: string;
}

/** What is known beyond the code: Cloudflare's own errors and the ray id that its support asks for. */
export interface ImagesErrorDetails {
  errors?: readonly ServiceError[];
  /** The `cf-ray` header of the answer. */
  ray?: string;
  /** Seconds to wait before another try, when the service said so. */
  retryAfterSeconds?: number;
}

export interface ImagesErrorOptions {
  status?: number | undefined;
  cause?: unknown;
  details?: ImagesErrorDetails | undefined;
}

// Two copies of the package, another realm or a minifier all break `instanceof` and class
// names; a registered symbol survives them.
const brand = Symbol.for('react-cf-images.ImagesError');

/**
 * The one error this package throws or reports. `code` is for programs, `message` says what
 * failed, on what, and what to do. Neither ever holds an API token or an upload URL.
 */
export class ImagesError extends Error {
  readonly code: ErrorCode;
  /** HTTP status of the answer that said no, when there was one. */
  readonly status: number | undefined;
  readonly details: ImagesErrorDetails | undefined;

  constructor(code: ErrorCode, message: string, options: ImagesErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ImagesError';
    this.code = code;
    this.status = options.status;
    this.details = options.details;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** True for an `ImagesError`, of any copy of this package; with `code`, only for that code. */
export function isImagesError(error: unknown, code?: ErrorCode): error is ImagesError {
  return (
    typeof error === 'object' &&
    error !== null &&
    brand in error &&
    (code === undefined || ('code' in error && error.code === code))
  );
}

/** True for failures that another try may not meet: no answer, too many requests, 5xx. */
export function isTransient({ code }: ImagesError): boolean {
  return /^(network|timeout|rate-limited|service-error)$/.test(code);
}
