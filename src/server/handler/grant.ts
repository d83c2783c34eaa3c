import { isJsonObject } from '../../protocol/json-value.js';
import { findImageIdProblem } from '../client/check-image-id.js';

/**
 * What a visitor may do, when that is less than everything. Each field narrows; the handler
 * enforces it on every route. An image outside of it is answered as if it did not exist.
 */
export interface Grant {
  /** Only images of this creator, and tickets are made out in the name. */
  creator?: string;
  /**
   * Only images whose id begins so, and tickets get such ids. It must not end in a letter or a
   * digit: `tenant-7` would also be the beginning of `tenant-70`, so write `tenant-7/`.
   */
  idPrefix?: string;
  /** Put on tickets and updates, over what the browser says. */
  metadata?: Readonly<Record<string, unknown>>;
  /** Bytes of one file, when less than the handler's own limit. */
  maxBytes?: number;
  /** Media types, those of the handler's own list that are also here. */
  accept?: readonly string[];
  /** Life of a ticket, 120 to 21600 seconds. */
  expiresInSeconds?: number;
  /** Tickets make private images. Not together with `idPrefix`: custom ids cannot be private. */
  requireSignedURLs?: boolean;
}

const checks: { [Key in keyof Grant]-?: (value: unknown) => boolean } = {
  creator: isText,
  idPrefix: isIdPrefix,
  metadata: isJsonObject,
  maxBytes: isPositive,
  accept: (value) => Array.isArray(value) && value.every(isText),
  expiresInSeconds: isPositive,
  requireSignedURLs: (value) => typeof value === 'boolean',
};

/**
 * Why something is not a grant, as a sentence; undefined when it is one.
 *
 * `{ creator: session.userId }` with an undefined id, an empty text or a misspelled field would
 * narrow nothing and open every tenant's images. So a field that is there must have a value,
 * and no field may be unknown.
 */
export function findGrantProblem(value: unknown): string | undefined {
  if (!isJsonObject(value)) return 'it is neither true, false, undefined nor an object';
  for (const [key, field] of Object.entries(value)) {
    if (!Object.hasOwn(checks, key)) return `"${key}" is not a field of a grant`;
    if (!checks[key as keyof Grant](field)) return `"${key}" has no usable value`;
  }
  return undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isIdPrefix(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /[^\p{L}\p{N}]$/u.test(value) &&
    findImageIdProblem(`${value}x`) === undefined
  );
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && value > 0;
}
