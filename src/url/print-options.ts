import { ImagesError } from '../protocol/images-error.js';
import { type ImageOptions, optionTable, shortKeys } from './image-options.js';

/** The key of an option in the URL: `w`, `fit`, `trim.border.color`. */
export function printKey(name: string): string {
  return shortKeys[name] ?? name.replace(/[A-Z]/g, (letter) => '.' + letter.toLowerCase());
}

/** One spelling for equal values. */
export function normalizeValue(value: unknown): string {
  return `${value}`
    .toLowerCase()
    .replace(/, +/g, ',')
    .replace(/^#fff(fff)?$/, 'white');
}

/** True when Cloudflare takes that normalized value. */
export function takesValue(name: keyof ImageOptions, text: string): boolean {
  return RegExp(`^(${optionTable[name][0].source})$`).test(text);
}

/**
 * The last segment of a flexible delivery URL, in canonical order, short keys, without defaults.
 * Refuses what Cloudflare would ignore: there a wrong value gets 200 and the wrong picture.
 */
export function printOptions(options: ImageOptions): string {
  const parts: string[] = [];
  for (const name of Object.keys(optionTable) as (keyof ImageOptions)[]) {
    const value = options[name];
    if (value === undefined) continue;
    const text = normalizeValue(value);
    if (!takesValue(name, text))
      throw new ImagesError('invalid-option', `Cloudflare takes no ${name} of ${text}`);
    // Commas part options; parentheses are written as in Cloudflare's own examples.
    const encoded = text.replace(
      /[^\w.;-]/g,
      (sign) => '%' + sign.charCodeAt(0).toString(16).toUpperCase(),
    );
    if (text !== `${optionTable[name][1]}`) parts.push(`${printKey(name)}=${encoded}`);
  }
  // A delivery URL has to end in a name or an option, and this one changes nothing.
  return parts.join() || 'f=auto';
}
