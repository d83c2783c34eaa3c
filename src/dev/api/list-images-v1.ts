import { createImageResult } from '../image-result.js';
import { successAnswer } from './api-answer.js';
import type { ApiHandler } from './api-call.js';
import { readInteger } from './read-integer.js';

/** `GET /images/v1`: deprecated by the service, page by page, newest first. */
export const listImagesV1: ApiHandler = async ({ service, query, origins }) => {
  const perPage = readInteger(query, 'per_page', {
    min: 10,
    max: 10_000,
    fallback: service.guesses.v1PageSize,
  });
  const page = readInteger(query, 'page', { min: 1, max: 1e9, fallback: 1 });
  const creator = query.get('creator');
  const { images } = await service.store.listImages({
    limit: perPage,
    offset: (page - 1) * perPage,
    order: 'desc',
    ...(creator === null ? {} : { creator: creator === '' ? null : creator }),
  });
  const variants = await service.store.listVariants();
  return successAnswer({
    images: images.map((image) => createImageResult(image, variants, service.accountHash, origins)),
  });
};
