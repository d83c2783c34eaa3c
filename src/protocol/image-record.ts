import { isJsonObject, ownString } from './json-value.js';

/** One hosted image, as Cloudflare's API and our handler describe it. */
export interface ImageRecord {
  id: string;
  /** Null for a draft, and for an upload that carried no name. */
  filename: string | null;
  /** RFC 3339. A draft already has one: the time its ticket was made. */
  uploaded: string;
  requireSignedURLs: boolean;
  /** Absolute delivery URLs, one for each named variant of the account. */
  variants: readonly string[];
  /** What was sent as `metadata`. Our handler passes on only the fields it was told to. */
  meta: Readonly<Record<string, unknown>>;
  creator: string | null;
  /** True while a direct creator upload has been promised and no bytes have arrived. */
  draft: boolean;
}

/** Reads one image from an answer; undefined when it is not one. Unknown fields are dropped. */
export function parseImageRecord(value: unknown): ImageRecord | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = ownString(value, 'id');
  if (id === undefined || id === '') return undefined;
  // Samples of 2022 answer `metadata` where today's schema says `meta`.
  const meta = isJsonObject(value.meta) ? value.meta : value.metadata;
  return {
    id,
    filename: ownString(value, 'filename') ?? null,
    uploaded: ownString(value, 'uploaded') ?? '',
    requireSignedURLs: value.requireSignedURLs === true,
    variants: Array.isArray(value.variants)
      ? value.variants.filter((url): url is string => typeof url === 'string')
      : [],
    meta: isJsonObject(meta) ? meta : {},
    creator: ownString(value, 'creator') ?? null,
    draft: value.draft === true,
  };
}
