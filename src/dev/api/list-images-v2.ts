import { createImageResult } from '../image-result.js';
import { badRequest } from '../refusal.js';
import { successAnswer } from './api-answer.js';
import type { ApiHandler } from './api-call.js';
import { createContinuationToken, parseContinuationToken } from './list-position.js';
import { parseMetaFilters } from './parse-meta-filters.js';
import { readInteger } from './read-integer.js';

/** `GET /images/v2`: newest first unless asked otherwise; drafts are never in it. */
export const listImagesV2: ApiHandler = async ({ service, query, origins }) => {
  const creator = query.get('creator');
  const token = query.get('continuation_token');
  const page = await service.store.listImages({
    limit: readInteger(query, 'per_page', { min: 10, max: 10_000, fallback: 1000 }),
    order: readOrder(query.get('sort_order')),
    filters: parseMetaFilters(query, service.guesses),
    ...(creator === null ? {} : { creator: creator === '' ? null : creator }),
    ...(token === null || token === '' ? {} : { after: parseContinuationToken(token) }),
  });
  const variants = await service.store.listVariants();
  return successAnswer({
    images: page.images.map((image) =>
      createImageResult(image, variants, service.accountHash, origins),
    ),
    continuation_token: page.next ? createContinuationToken(page.next) : null,
  });
};

function readOrder(text: string | null): 'asc' | 'desc' {
  if (text === null || text === 'desc') return 'desc';
  if (text === 'asc') return 'asc';
  throw badRequest('sort_order must be asc or desc');
}
