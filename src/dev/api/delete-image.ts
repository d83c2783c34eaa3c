import { imageNotFound } from '../refusal.js';
import { successAnswer } from './api-answer.js';
import type { ApiHandler } from './api-call.js';

/** `DELETE /images/v1/{image_id}`: at once, where the service takes a while to forget. */
export const deleteImage: ApiHandler = async ({ service, name }) => {
  if (!(await service.store.deleteImage(name))) throw imageNotFound();
  return successAnswer({});
};
