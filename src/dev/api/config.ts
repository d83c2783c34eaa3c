import { badRequest } from '../refusal.js';
import type { AccountConfig } from '../stored-image.js';
import type { ServiceContext } from '../service-context.js';
import { successAnswer } from './api-answer.js';
import type { ApiHandler } from './api-call.js';
import { isBrowserTtl } from './parse-variant-options.js';
import { readFlag } from './read-flag.js';
import { readJson } from './read-json.js';

/** `GET /images/v1/config`: not documented, a guess (U9). */
export const getConfig: ApiHandler = async ({ service }) => answerConfig(service);

/** `PATCH /images/v1/config`: what is absent stays. */
export const updateConfig: ApiHandler = async ({ service, request }) => {
  const body = await readJson(request, service.guesses);
  const flexible = readFlag(body, 'flexible_variants');
  const credentials = readFlag(body, 'preserve_content_credentials');
  const ttl = body.browser_ttl;
  if (ttl !== undefined && !isBrowserTtl(ttl)) {
    throw badRequest('browser_ttl must be a whole number from 3600 to 31536000');
  }
  const changes: Partial<AccountConfig> = {
    ...(flexible === undefined ? {} : { flexible_variants: flexible }),
    ...(credentials === undefined ? {} : { preserve_content_credentials: credentials }),
    ...(ttl === undefined ? {} : { browser_ttl: ttl }),
  };
  await service.store.putConfig({ ...(await service.store.getConfig()), ...changes });
  return answerConfig(service);
};

async function answerConfig(service: ServiceContext): Promise<Response> {
  const isWhole = service.guesses.configResult === 'whole';
  return successAnswer(isWhole ? await service.store.getConfig() : {});
}
