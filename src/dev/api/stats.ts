import { successAnswer } from './api-answer.js';
import type { ApiHandler } from './api-call.js';

/** `GET /images/v1/stats`: drafts are not counted. */
export const getStats: ApiHandler = async ({ service }) =>
  successAnswer({
    count: { allowed: service.allowedImages, current: await service.store.countImages() },
  });
