import { decodeSegment } from './decode-segment.js';
import { type ImageOptions, optionTable, shortKeys } from './image-options.js';
import { normalizeValue, printKey, takesValue } from './print-options.js';

/** What a key in a URL is called here: every key we write, and every longer one Cloudflare reads. */
const names = new Map<string, keyof ImageOptions>([
  ['face-zoom', 'zoom'],
  ['slow-connection-quality', 'slowConnectionQuality'],
  ...entries(Object.keys(shortKeys), (name) => name),
  ...entries(Object.keys(optionTable), printKey),
]);

function entries(options: string[], key: (name: string) => string) {
  return options.map((name) => [key(name), name as keyof ImageOptions] as const);
}

/**
 * Reads `key=value,key=value`, long or short keys, split on raw commas first and decoded after.
 * A key we do not know and a value Cloudflare would not take are left out; the later of two wins.
 */
export function parseOptions(text: string): ImageOptions {
  const options: Record<string, string | number | boolean> = {};
  for (const part of text.split(',')) {
    const [key = '', ...value] = part.split('=');
    const name = names.get(key);
    const read = name && readValue(name, decodeSegment(value.join('=')));
    if (name && read !== undefined) options[name] = read;
  }
  return options;
}

function readValue(name: keyof ImageOptions, value: string): string | number | boolean | undefined {
  const text = normalizeValue(value);
  if (text === '' || !takesValue(name, text)) return undefined;
  if (typeof optionTable[name][1] === 'boolean') return text === 'true';
  return /^[\d.]+$/.test(text) ? Number(text) : text;
}
