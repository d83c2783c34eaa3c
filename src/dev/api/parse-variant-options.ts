import { badRequest } from '../refusal.js';
import type { StoredVariant } from '../stored-image.js';

type Options = StoredVariant['options'];
/** Reads one option; undefined when the value is not one it may have. */
type Reader = (value: unknown) => unknown;

const oneOf = (words: readonly string[]): Reader => {
  return (value) => (words.includes(value as string) ? value : undefined);
};
const between = (min: number, max: number): Reader => {
  return (value) => (typeof value === 'number' && value >= min && value <= max ? value : undefined);
};

// Everything a named variant may hold. Gravity, quality, format and the rest of the URL options
// are in no published schema of variants.
const readers: Readonly<Record<keyof Options, { read: Reader; words: string }>> = {
  fit: {
    read: oneOf(['scale-down', 'contain', 'cover', 'crop', 'pad']),
    words: 'scale-down, contain, cover, crop or pad',
  },
  width: { read: between(1, Number.MAX_SAFE_INTEGER), words: 'a number of at least 1' },
  height: { read: between(1, Number.MAX_SAFE_INTEGER), words: 'a number of at least 1' },
  metadata: { read: oneOf(['keep', 'copyright', 'none']), words: 'keep, copyright or none' },
  browser_ttl: {
    read: (value) => (isBrowserTtl(value) ? value : undefined),
    words: 'a whole number from 3600 to 31536000',
  },
  blur: { read: between(0, 250), words: 'a number from 0 to 250' },
};

/** True for seconds that may stand as a browser TTL: an hour to a year. */
export function isBrowserTtl(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 3600 && Number(value) <= 31_536_000;
}

/**
 * The options of a variant from a request. The schema requires four of them, the documentation
 * itself sends fewer: what is missing gets a default. `unknown` names what was left out because
 * no variant has such an option.
 */
export function parseVariantOptions(value: unknown): { options: Options; unknown: string[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('options must be an object');
  }
  const found = new Map<string, unknown>();
  const unknown: string[] = [];
  for (const [name, given] of Object.entries(value)) {
    if (!Object.hasOwn(readers, name)) {
      unknown.push(name);
      continue;
    }
    const { read, words } = readers[name as keyof Options];
    const option = read(given);
    if (option === undefined) throw badRequest(`options.${name} must be ${words}`);
    found.set(name, option);
  }
  const given = Object.fromEntries(found) as Partial<Options>;
  return { options: { fit: 'scale-down', metadata: 'none', ...given }, unknown };
}
