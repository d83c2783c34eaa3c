import { imageNotFound } from '../refusal.js';
import { successAnswer } from './api-answer.js';
import { type ApiHandler, describeImage } from './api-call.js';

/** `GET /images/v1/{image_id}`: the only place that still knows an unused draft. */
export const getImageDetails: ApiHandler = async (call) => {
  const image = await call.service.store.getImage(call.name);
  if (!image) throw imageNotFound();
  return successAnswer(await describeImage(call, image));
};
