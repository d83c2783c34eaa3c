import type { Guesses } from '../guesses.js';
import { type DeliveryOptions, type OptionName, optionTable } from './option-table.js';

/** An option that had no effect, and the reason in words. */
export interface IgnoredOption {
  text: string;
  reason: string;
}

export interface ParsedOptions {
  options: DeliveryOptions;
  /** What was understood, as name and text, in the order of the URL. */
  given: ReadonlyMap<OptionName, string>;
  ignored: readonly IgnoredOption[];
  /** How many of the keys are known, whatever their values. */
  knownKeys: number;
}

const names: ReadonlyMap<string, OptionName> = new Map(
  Object.entries(optionTable).flatMap(([name, { alias }]) => {
    const option = name as OptionName; // The keys of the table are the names.
    return alias === undefined
      ? [[name, option]]
      : ([
          [name, option],
          [alias, option],
        ] as const);
  }),
);

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function refusal(
  name: OptionName,
  value: string,
  surface: 'hosted' | 'remote',
  guesses: Pick<Guesses, 'extraFits'>,
): string | undefined {
  const hosted = surface === 'hosted';
  if (hosted && optionTable[name].remoteOnly === true) return 'for /cdn-cgi/image/ only';
  if (hosted && name === 'width' && value === 'auto') return 'auto is for /cdn-cgi/image/ only';
  const extra = name === 'fit' && (value === 'aspect-crop' || value === 'scale-up');
  return extra && guesses.extraFits === 'refuse' ? 'not a fit (guesses.extraFits)' : undefined;
}

/**
 * Reads the options of a URL: split at the raw commas first, each value decoded once after
 * that, so that `%2C` can stand in a colour. Keys are looked up in a Map: `constructor=1` is
 * an unknown option like any other. Of an option given twice the last counts.
 *
 * @param text as it stands in the URL, still percent-encoded
 */
export function parseOptions(
  text: string,
  surface: 'hosted' | 'remote',
  guesses: Pick<Guesses, 'extraFits'>,
): ParsedOptions {
  const options: DeliveryOptions = {};
  const given = new Map<OptionName, string>();
  const ignored: IgnoredOption[] = [];
  let knownKeys = 0;
  for (const piece of text.split(',')) {
    const [key = '', ...rest] = piece.split('=');
    const name = names.get(key);
    if (name === undefined) {
      ignored.push({
        text: piece,
        reason: key === 'border' ? 'border has no URL form' : 'unknown option',
      });
      continue;
    }
    knownKeys += 1;
    const value = decode(rest.join('='));
    const read = value === undefined ? undefined : optionTable[name].read(value);
    const reason =
      value === undefined || read === undefined
        ? 'malformed value'
        : refusal(name, value, surface, guesses);
    if (value === undefined || reason !== undefined) {
      ignored.push({ text: piece, reason: reason ?? 'malformed value' });
    } else {
      given.delete(name);
      given.set(name, value);
      Object.assign(options, { [name]: read });
    }
  }
  return { options, given, ignored, knownKeys };
}
