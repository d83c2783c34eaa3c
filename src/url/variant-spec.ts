import type { VariantFit } from '../protocol/variant-fit.js';

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
}
