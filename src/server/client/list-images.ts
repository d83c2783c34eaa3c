import { type ImagePage, parseImagePage } from '../../protocol/image-page.js';
import { ImagesError } from '../../protocol/images-error.js';
import { isJsonObject } from '../../protocol/json-value.js';
import { buildMetadataQuery, type MetadataFilters } from '../../protocol/metadata-filter.js';
import { publishedLimits } from '../../protocol/published-limits.js';
import type { Transport } from './rest-transport.js';
import { createUnexpectedResult } from './unexpected-result.js';

export interface ListImagesOptions {
  /** From the page before; without it, the first page. */
  cursor?: string;
  /**
   * Images on a page, 10 to 10000: fewer cannot be asked of Cloudflare.
   * @default 1000
   */
  limit?: number;
  /**
   * By time of upload.
   * @default 'desc'
   */
  sort?: 'asc' | 'desc';
  /** Only images of this creator; '' means those that have none. */
  creator?: string;
  meta?: MetadataFilters;
  signal?: AbortSignal;
}

/** Reads one page of the account's images (list v2). Drafts are never listed. */
export async function listImages(
  transport: Transport,
  options: ListImagesOptions = {},
): Promise<ImagePage> {
  const doing = 'Listing images';
  const result = await transport({
    doing,
    method: 'GET',
    path: '/images/v2',
    query: buildQuery(options),
    signal: options.signal,
  });
  const page = isJsonObject(result)
    ? parseImagePage({ images: result.images, cursor: result.continuation_token })
    : undefined;
  if (page === undefined) throw createUnexpectedResult(doing, 'a list of "images"');
  return page;
}

function buildQuery({ cursor, limit, sort, creator, meta }: ListImagesOptions): URLSearchParams {
  const query = new URLSearchParams();
  const { minPageSize, maxPageSize } = publishedLimits;
  if (limit !== undefined) {
    if (!Number.isInteger(limit) || limit < minPageSize || limit > maxPageSize) {
      throw new ImagesError(
        'invalid-option',
        `list: limit is ${limit}; Cloudflare takes whole numbers from ${minPageSize} to ${maxPageSize}.`,
      );
    }
    query.set('per_page', String(limit));
  }
  if (cursor !== undefined) query.set('continuation_token', cursor);
  if (sort !== undefined) query.set('sort_order', sort);
  if (creator !== undefined) query.set('creator', creator);
  const filters = buildMetadataQuery(meta ?? {});
  if (typeof filters === 'string') throw new ImagesError('invalid-option', `list: ${filters}.`);
  for (const [name, value] of filters) query.append(name, value);
  return query;
}
