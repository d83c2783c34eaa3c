import { isJsonObject } from '../../protocol/json-value.js';
import { parseVariantList, type VariantRecord } from '../../protocol/variant-record.js';
import type { CallOptions } from './call-options.js';
import type { Transport } from './rest-transport.js';
import { createUnexpectedResult } from './unexpected-result.js';

/** Reads the named variants of the account; Cloudflare answers a map, this a list. */
export async function listVariants(
  transport: Transport,
  { signal }: CallOptions = {},
): Promise<readonly VariantRecord[]> {
  const doing = 'Listing variants';
  const result = await transport({ doing, method: 'GET', path: '/images/v1/variants', signal });
  const map = isJsonObject(result) && isJsonObject(result.variants) ? result.variants : undefined;
  const variants = map && parseVariantList(Object.values(map));
  if (variants === undefined) throw createUnexpectedResult(doing, 'a map of "variants"');
  return variants;
}
