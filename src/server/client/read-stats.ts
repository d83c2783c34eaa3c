import { type ImagesStats, parseImagesStats } from '../../protocol/images-stats.js';
import { isJsonObject } from '../../protocol/json-value.js';
import type { CallOptions } from './call-options.js';
import type { Transport } from './rest-transport.js';
import { createUnexpectedResult } from './unexpected-result.js';

/** Reads how many images the plan allows and how many are stored. */
export async function readStats(
  transport: Transport,
  { signal }: CallOptions = {},
): Promise<ImagesStats> {
  const doing = 'Reading the image count';
  const result = await transport({ doing, method: 'GET', path: '/images/v1/stats', signal });
  const stats = isJsonObject(result) ? parseImagesStats(result.count) : undefined;
  if (stats === undefined) throw createUnexpectedResult(doing, 'a "count"');
  return stats;
}
