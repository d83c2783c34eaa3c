/**
 * What Cloudflare publishes about uploads to hosted images (docs: get-started/limits, read
 * 2026-11-22). One table, so that the check in the browser and the check on the server agree.
 */
export const publishedLimits = {
  /**
   * "10 MB". Which bytes are meant is not stated; we take the larger reading, because a file
   * that we refuse and Cloudflare would have taken is the worse mistake.
   */
  maxBytes: 10 * 1024 * 1024,
  /** Longest side, in pixels. Not applied to WebP and AVIF, which the limits page excludes. */
  maxDimension: 12_000,
  /** Width times height, in pixels. */
  maxArea: 100_000_000,
  /** Width times height times frames, in pixels. */
  maxAnimationArea: 100_000_000,
  /** Bytes of the metadata as JSON. */
  maxMetadataBytes: 1024,
  /** Characters of a custom id. */
  maxIdLength: 1024,
  /** Characters of a creator. */
  maxCreatorLength: 1024,
  /** Images in one page of a list, and the fewest one may ask of Cloudflare. */
  maxPageSize: 10_000,
  minPageSize: 10,
  /** Seconds that the URL of a direct creator upload may live, and lives unless asked otherwise. */
  minExpirySeconds: 120,
  maxExpirySeconds: 21_600,
  defaultExpirySeconds: 1_800,
  /** Metadata filters of one list: operators in all, levels of a field, values of one `in`. */
  maxFilters: 5,
  maxFilterDepth: 5,
  maxFilterChoices: 10,
} as const;

/** The media types hosted images accept, AVIF excepted: that one needs an Enterprise plan. */
export const acceptedTypes = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/svg+xml',
  'image/heic',
] as const;
