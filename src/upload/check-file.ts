import { ImagesError } from '../protocol/images-error.js';
import { publishedLimits } from '../protocol/published-limits.js';
import { type ImageFacts, readImageFacts } from './image-facts.js';
import { matchesAccept } from './matches-accept.js';
import { unreadable } from './unreadable.js';

/** A rule of the app's own: answers an error to refuse the file, nothing to let it pass. */
export type FileCheck = (input: {
  file: File;
  facts: ImageFacts;
}) => ImagesError | undefined | Promise<ImagesError | undefined>;

export interface FileChecks {
  /**
   * What to take, as in the `accept` attribute of an input: `image/*`, `image/png`, `.heic`.
   * Types are compared with the content of the file. AVIF has to be named (`image/avif`): it
   * needs an Enterprise plan, and a handler whose `accept` names it. @default Cloudflare's list
   */
  accept?: string | undefined;
  /** Bytes. @default 10485760, Cloudflare's limit */
  maxBytes?: number | undefined;
  /** Rules of your own, all of them asked. */
  checks?: readonly FileCheck[] | undefined;
}

export interface CheckedFile {
  facts: ImageFacts;
  reasons: readonly ImagesError[];
}

/** Looks at a file before anything is sent, and collects every reason against it. */
export async function checkFile(file: File, options: FileChecks): Promise<CheckedFile> {
  const { name, size } = file;
  const { maxDimension, maxArea } = publishedLimits;
  const { accept, maxBytes = publishedLimits.maxBytes, checks = [] } = options;
  const reasons: ImagesError[] = [];
  let facts: ImageFacts = { type: '', label: '' };
  try {
    facts = await readImageFacts(file);
  } catch (cause) {
    return { facts, reasons: [unreadable(file, cause)] };
  }
  const { type, label, width = 0, height = 0 } = facts;

  if (size === 0) reasons.push(new ImagesError('file-empty', `${name} is empty: it has no bytes.`));
  else if (!matchesAccept(file, type, accept)) {
    const is = label ? `is ${label}` : 'is not an image that can be read';
    const want = accept ?? 'JPEG, PNG, GIF, WebP, SVG or HEIC';
    reasons.push(new ImagesError('file-type-refused', `${name} ${is}. Choose ${want}.`));
  }
  if (size > maxBytes) {
    reasons.push(
      new ImagesError(
        'file-too-large',
        `${name} is ${megabytes(size)}, over the limit of ${megabytes(maxBytes)}. Make it smaller first.`,
      ),
    );
  }
  // The limits page leaves WebP out of the limit on the sides.
  if (Math.max(width, height) > maxDimension && type !== 'image/webp') {
    reasons.push(
      new ImagesError(
        'image-dimensions-exceeded',
        `${name} is ${width} x ${height} pixels; neither side may be over ${maxDimension}.`,
      ),
    );
  }
  if (width * height > maxArea) {
    reasons.push(
      new ImagesError(
        'image-area-exceeded',
        `${name} has ${Math.round((width * height) / 1e6)} megapixels, over the limit of ${maxArea / 1e6}.`,
      ),
    );
  }
  for (const check of checks) {
    const reason = await check({ file, facts });
    if (reason) reasons.push(reason);
  }
  return { facts, reasons };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
