import type { ErrorCode } from '../protocol/error-codes.js';
import { type ImagesError, isImagesError } from '../protocol/images-error.js';
import { publishedLimits } from '../protocol/published-limits.js';
import { formatBytes } from './format-bytes.js';
import { typeNames } from './type-names.js';

/** What a sentence may mention beside the error. All of it is optional. */
export interface ErrorContext {
  file?: { name: string; size: number } | undefined;
  /** The limits in force, when the caller knows them: a sentence never guesses one. */
  maxBytes?: number | undefined;
  maxFiles?: number | undefined;
  accept?: string | undefined;
}

export type ErrorSentence = string | ((context: ErrorContext, error: ImagesError) => string);

/** A sentence for each code. The compiler asks for a new one when a code is added. */
export type ErrorWords = Readonly<Record<ErrorCode, ErrorSentence>>;

const setup = 'Images are not set up correctly on this site. Please tell its owner.';
const count = (value: number) => value.toLocaleString('en');
const either = (names: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(names);

/** The English sentences. Spread them and replace what you like; other languages replace all. */
export const errorWords: ErrorWords = {
  'file-empty': 'This file is empty.',
  'file-too-large': ({ file, maxBytes }) =>
    (file ? `Too large: ${formatBytes(file.size)}.` : 'Too large.') +
    (maxBytes ? ` The limit is ${formatBytes(maxBytes)}.` : ''),
  'file-type-refused': ({ accept }) =>
    accept && typeNames(accept).length > 0
      ? `This kind of file is not accepted. Choose ${either(typeNames(accept))}.`
      : 'This kind of file is not accepted.',
  'file-unreadable': 'This file could not be read. It may be damaged, or it was moved or deleted.',
  'image-dimensions-exceeded': () =>
    `Too wide or too high: the limit is ${count(publishedLimits.maxDimension)} pixels a side.`,
  'image-area-exceeded': () =>
    `Too many pixels: the limit is ${publishedLimits.maxArea / 1e6} megapixels.`,
  'animation-too-large': () =>
    `This animation is too long or too big: the limit is ${publishedLimits.maxAnimationArea / 1e6} megapixels, all frames together.`,
  'too-many-files': ({ maxFiles }) =>
    maxFiles ? `Too many images: the limit is ${count(maxFiles)}.` : 'Too many images.',
  'upload-link-gone': 'The permission to upload ran out. Please try again.',
  'upload-refused': 'Cloudflare did not accept this image.',
  'outcome-unknown':
    'It could not be found out whether this image was stored. Retry asks again, and sends it only if it is missing.',
  network: 'The connection failed. Check it and try again.',
  timeout: 'It took too long. Please try again.',
  aborted: 'Canceled.',
  'invalid-response': 'The server gave an unexpected answer. Please try again later.',
  'bad-request': setup,
  'token-missing': setup,
  'token-refused': setup,
  unauthorized: 'You are not allowed to do this. You may have to sign in again.',
  'cross-site-refused': setup,
  'account-mismatch': setup,
  'not-found': 'This image is not there any more.',
  conflict: 'There is already an image with this id.',
  'rate-limited': (_context, { details }) =>
    details?.retryAfterSeconds
      ? `Too many requests. Please try again in ${count(Math.ceil(details.retryAfterSeconds))} s.`
      : 'Too many requests. Please try again in a few minutes.',
  'service-error': 'The image service has a problem. Please try again in a moment.',
  'not-supported': setup,
  'peer-missing': setup,
  'private-custom-id': setup,
  'invalid-option': setup,
};

/**
 * Words for a person: what went wrong and what to do, without codes. Anything that is not an
 * `ImagesError` gets a general sentence, because its message was not written for users.
 */
export function getErrorMessage(
  error: unknown,
  context: ErrorContext = {},
  words: ErrorWords = errorWords,
): string {
  if (!isImagesError(error)) return 'Something went wrong. Please try again.';
  const sentence = words[error.code];
  return typeof sentence === 'function' ? sentence(context, error) : sentence;
}
