/** One hosted image, or the draft of one, as a store keeps it. The bytes are kept apart, by hash. */
export interface StoredImage {
  id: string;
  /** Null on drafts and for uploads without a file name. */
  filename: string | null;
  creator: string | null;
  meta: Record<string, unknown>;
  requireSignedURLs: boolean;
  /** RFC 3339 in UTC with milliseconds, so that text order is time order. */
  uploaded: string;
  /** True while a direct upload has been promised and no bytes have arrived. */
  draft: boolean;
  /**
   * When its upload link ends, in milliseconds. Kept once the bytes have arrived, so that a
   * second POST to the link is recognised; null for an image that never had a link.
   */
  expiresAt: number | null;
  /** By content, never by name: `image/jpeg` and so on. Empty on drafts. */
  contentType: string;
  /** Pixels after EXIF orientation; 0 on drafts. */
  width: number;
  height: number;
  byteLength: number;
  /** SHA-256 of the bytes in lower-case hex; empty on drafts. */
  hash: string;
}

/** A named variant of the account. */
export interface StoredVariant {
  id: string;
  options: {
    fit: 'scale-down' | 'contain' | 'cover' | 'crop' | 'pad';
    width?: number;
    height?: number;
    metadata: 'keep' | 'copyright' | 'none';
    /** Seconds, 3600 to 31536000; the account's own when absent. */
    browser_ttl?: number;
    /** 0 to 250. */
    blur?: number;
  };
  /** True serves this variant of private images without a signature. */
  neverRequireSignedURLs: boolean;
}

/** A signing key. The value is used as UTF-8 text, never base64-decoded. */
export interface StoredKey {
  name: string;
  value: string;
}

/** What `PATCH /images/v1/config` changes. */
export interface AccountConfig {
  flexible_variants: boolean;
  /** Seconds that browsers may keep a public image. */
  browser_ttl: number;
  preserve_content_credentials: boolean;
}
