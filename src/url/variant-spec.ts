/** The fits a named variant can have: five of the eight that a URL knows. */
export type VariantFit = 'scale-down' | 'contain' | 'cover' | 'crop' | 'pad';

/**
 * What one named variant of the account does, as its Cloudflare settings say. Gravity,
 * quality and format belong to URLs (`ImageOptions`); a named variant has none of them.
 */
export interface VariantSpec {
  /** @default "scale-down" */
  fit?: VariantFit | undefined;
  /** Pixels. */
  width?: number | undefined;
  /** Pixels. */
  height?: number | undefined;
  /** True when this variant may be shown without a signature, whatever the image demands. */
  neverRequireSignedURLs?: boolean | undefined;
}
