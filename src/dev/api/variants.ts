import { badRequest, Refusal, uploadRefusal } from '../refusal.js';
import type { ServiceContext } from '../service-context.js';
import type { StoredVariant } from '../stored-image.js';
import { type ApiMessage, successAnswer } from './api-answer.js';
import type { ApiHandler } from './api-call.js';
import { parseVariantOptions } from './parse-variant-options.js';
import { readFlag } from './read-flag.js';
import { readJson } from './read-json.js';

const maxVariants = 100;
const maxIdLength = 99;

/** `GET /images/v1/variants`: a map by id, not a list. */
export const listVariants: ApiHandler = async ({ service }) => {
  const variants = await service.store.listVariants();
  return successAnswer({ variants: Object.fromEntries(variants.map((each) => [each.id, each])) });
};

/** `GET /images/v1/variants/{id}`. */
export const getVariant: ApiHandler = async ({ service, name }) =>
  successAnswer({ variant: await requireVariant(service, name) });

/** `GET /images/v1/variants/{id}/flat`: the same without the wrapper. */
export const getVariantFlat: ApiHandler = async ({ service, name }) =>
  successAnswer(await requireVariant(service, name));

/** `POST /images/v1/variants`. */
export const createVariant: ApiHandler = async ({ service, request }) => {
  const body = await readJson(request, service.guesses);
  const { options, unknown } = parseVariantOptions(body.options);
  const variant: StoredVariant = {
    id: checkVariantId(body.id),
    options,
    neverRequireSignedURLs: readFlag(body, 'neverRequireSignedURLs') ?? false,
  };
  const outcome = await service.store.addVariant(variant, maxVariants);
  if (outcome === 'taken') {
    throw new Refusal(409, 5409, 'Resource already exists: a variant has this id');
  }
  if (outcome === 'full') {
    throw uploadRefusal(
      service.guesses,
      5453,
      `The account has ${maxVariants} variants, the limit`,
    );
  }
  return successAnswer({ variant }, unknownOptions(unknown));
};

/** `PATCH /images/v1/variants/{id}`: the options are replaced as a whole. */
export const updateVariant: ApiHandler = async ({ service, request, name }) => {
  const current = await requireVariant(service, name);
  const body = await readJson(request, service.guesses);
  const { options, unknown } = parseVariantOptions(body.options);
  const flag = readFlag(body, 'neverRequireSignedURLs') ?? current.neverRequireSignedURLs;
  const variant: StoredVariant = { id: name, options, neverRequireSignedURLs: flag };
  await service.store.putVariant(variant);
  return successAnswer({ variant }, unknownOptions(unknown));
};

/** `DELETE /images/v1/variants/{id}`. */
export const deleteVariant: ApiHandler = async ({ service, name }) => {
  if (!(await service.store.deleteVariant(name))) throw variantNotFound();
  return successAnswer({});
};

async function requireVariant(service: ServiceContext, id: string): Promise<StoredVariant> {
  const variant = await service.store.getVariant(id);
  if (!variant) throw variantNotFound();
  return variant;
}

function variantNotFound(): Refusal {
  return new Refusal(404, 5401, 'Variant not found');
}

// Only the length is published. A slash or an equals sign could never be delivered: the first
// ends the segment, the second makes it options.
function checkVariantId(id: unknown): string {
  if (typeof id !== 'string' || id === '') throw badRequest('id must be text');
  if ([...id].length > maxIdLength) {
    throw badRequest(`id is over the limit of ${maxIdLength} characters`);
  }
  if (/[/=]/.test(id)) throw badRequest('id must not hold a slash or an equals sign');
  return id;
}

// The service's way with these is not published; they are dropped, but not in silence.
function unknownOptions(names: readonly string[]): ApiMessage[] {
  if (names.length === 0) return [];
  const list = names.map((name) => `options.${name}`).join(', ');
  return [{ code: 5400, message: `No variant has ${list}: left out` }];
}
