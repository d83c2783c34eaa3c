import { badRequest, Refusal } from '../refusal.js';
import { createSigningKey } from '../store/create-signing-key.js';
import type { ServiceContext } from '../service-context.js';
import { successAnswer } from './api-answer.js';
import type { ApiHandler } from './api-call.js';

const maxNameLength = 20;

/** `GET /images/v1/keys`. */
export const listKeys: ApiHandler = async ({ service }) => answerKeys(service);

/** `PUT /images/v1/keys/{name}`: takes no body; the value is made here. */
export const createKey: ApiHandler = async ({ service, name }) => {
  const length = [...name].length;
  if (length > maxNameLength) {
    throw badRequest(`The key name is ${length} characters, the limit is ${maxNameLength}`);
  }
  // Not published: refused rather than replaced, for replacing would end every signed URL.
  if (!(await service.store.addKey(createSigningKey(name)))) {
    throw new Refusal(409, 5409, 'Resource already exists: a key has this name');
  }
  return answerKeys(service);
};

/** `DELETE /images/v1/keys/{name}`: an account is never without a key. */
export const deleteKey: ApiHandler = async ({ service, name }) => {
  if (!(await service.store.deleteKey(name, createSigningKey('default')))) {
    throw new Refusal(404, 5404, 'Signing key not found');
  }
  return answerKeys(service);
};

async function answerKeys(service: ServiceContext): Promise<Response> {
  return successAnswer({ keys: await service.store.listKeys() });
}
