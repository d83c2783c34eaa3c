import { isJsonObject, ownString } from './json-value.js';
import { type VariantFit, variantFits } from './variant-fit.js';

/** One named variant of the account, as Cloudflare's API and our handler describe it. */
export interface VariantRecord {
  id: string;
  options: {
    fit: VariantFit;
    /** Pixels; absent when the variant does not limit it. */
    width?: number;
    height?: number;
    metadata: 'keep' | 'copyright' | 'none';
  };
  /** True when even private images are delivered in this variant without a signature. */
  neverRequireSignedURLs: boolean;
}

const metadataWords = ['keep', 'copyright', 'none'] as const;

/** Reads one variant; undefined when it is not one. Missing options get Cloudflare's defaults. */
export function parseVariantRecord(value: unknown): VariantRecord | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = ownString(value, 'id');
  if (!id) return undefined;
  const options = isJsonObject(value.options) ? value.options : {};
  return {
    id,
    options: {
      fit: variantFits.find((fit) => fit === options.fit) ?? 'scale-down',
      ...(typeof options.width === 'number' ? { width: options.width } : {}),
      ...(typeof options.height === 'number' ? { height: options.height } : {}),
      metadata: metadataWords.find((word) => word === options.metadata) ?? 'none',
    },
    neverRequireSignedURLs: value.neverRequireSignedURLs === true,
  };
}

/** Reads a list of variants; undefined when one of them is not a variant. */
export function parseVariantList(value: unknown): readonly VariantRecord[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const variants = value.map(parseVariantRecord);
  return variants.includes(undefined) ? undefined : (variants as VariantRecord[]);
}
