import { decodeSegment } from './decode-segment.js';
import { encodeImageId } from './encode-image-id.js';
import type { ImageOptions } from './image-options.js';
import { parseOptions } from './parse-options.js';
import { printOptions } from './print-options.js';

/** A delivery URL taken apart. Change a part with `{ ...parts, variant: 'hero' }` and print it. */
export type DeliveryUrlParts = {
  /** Everything in front of the account hash, as it was. */
  baseUrl: string;
  accountHash: string;
  /** Decoded. */
  imageId: string;
  /** Everything behind the path, `?` included, as it was: `?exp=...&sig=...` or empty. */
  query: string;
  /** How the id and the last segment were written; printed again while they still mean the same. */
  spelling?: { imageId: string; last: string };
} & (
  | { variant: string; options?: never }
  | {
      variant?: never;
      /** Without the keys and values that are not in our table. */
      options: ImageOptions;
    }
);

export interface ParseDeliveryUrlOptions {
  /** A further place where images are served: the `baseUrl` of a delivery, say. */
  origin?: string;
}

const bases =
  /^(?:(?:https?:)?\/\/imagedelivery\.net|(?:(?:https?:)?\/\/[^/?#]+)?\/cdn-cgi\/imagedelivery)(?=\/)/i;

/**
 * Reads a delivery URL, absolute or relative to its own domain; undefined when it is not one.
 * `printDeliveryUrl` prints the parts unchanged, whatever spelling the URL had.
 */
export function parseDeliveryUrl(
  url: string,
  { origin }: ParseDeliveryUrlOptions = {},
): DeliveryUrlParts | undefined {
  const prefix = origin?.replace(/\/+$/, '');
  const baseUrl =
    prefix !== undefined && url.startsWith(prefix + '/') ? prefix : bases.exec(url)?.[0];
  if (baseUrl === undefined) return undefined;
  // The hash is the first segment, the variant the last, and the id everything between.
  const match = /^\/([^/?#]+)\/([^?#]+)\/([^/?#]+)([^]*)$/.exec(url.slice(baseUrl.length));
  if (!match) return undefined;
  const [, accountHash = '', id = '', last = '', query = ''] = match;
  return {
    baseUrl,
    accountHash,
    imageId: decodeSegment(id),
    ...(last.includes('=') ? { options: parseOptions(last) } : { variant: decodeSegment(last) }),
    query,
    spelling: { imageId: id, last },
  };
}

/** Prints parts as a URL. The query goes along, and a signature only fits what it was made for. */
export function printDeliveryUrl(parts: DeliveryUrlParts): string {
  const { baseUrl, accountHash, imageId, variant, options, query, spelling } = parts;
  const id =
    spelling && decodeSegment(spelling.imageId) === imageId
      ? spelling.imageId
      : encodeImageId(imageId);
  const last = options ? printOptions(options) : encodeURIComponent(variant);
  const same =
    spelling &&
    (options
      ? spelling.last.includes('=') && printOptions(parseOptions(spelling.last)) === last
      : !spelling.last.includes('=') && decodeSegment(spelling.last) === variant);
  return `${baseUrl}/${accountHash}/${id}/${same ? spelling.last : last}${query}`;
}
