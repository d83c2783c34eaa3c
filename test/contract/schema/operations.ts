import { blobFailure, failure, successWith } from './envelope.js';
import * as results from './result-schemas.js';
import type { Schema } from './schema.js';

/** One operation of the API or the batch host. */
export interface Operation {
  /** Such as `GET /images/v1/{image_id}`; on the batch host with `batch:` before it. */
  name: string;
  host: 'api' | 'batch';
  method: string;
  /** Below `/client/v4/accounts/{account_id}`, or on the batch host from the root. */
  path: string;
  /** Of the envelope; `bytes` is the raw image. */
  success: Schema | 'bytes';
  failure: Schema;
  /** Why it stands here without being in the OpenAPI. */
  beyond?: string;
}

type Row = readonly [string, Schema | 'bytes', (string | undefined)?];

const documentedOnly = 'In the documentation, not in the OpenAPI.';

const rows: readonly Row[] = [
  ['GET /images/v2', successWith(results.imagePage)],
  ['POST /images/v2/direct_upload', successWith(results.ticket)],
  ['GET /images/v1', successWith(results.imageList)],
  ['POST /images/v1', successWith(results.image)],
  ['GET /images/v1/keys', successWith(results.keyList)],
  ['PUT /images/v1/keys/{signing_key_name}', successWith(results.keyList)],
  ['DELETE /images/v1/keys/{signing_key_name}', successWith(results.keyList)],
  ['GET /images/v1/stats', successWith(results.stats)],
  ['GET /images/v1/variants', successWith(results.variantMap)],
  ['POST /images/v1/variants', successWith(results.variant)],
  ['GET /images/v1/variants/{variant_id}/flat', successWith(results.flatVariant)],
  ['GET /images/v1/variants/{variant_id}', successWith(results.variant)],
  ['PATCH /images/v1/variants/{variant_id}', successWith(results.variant)],
  ['DELETE /images/v1/variants/{variant_id}', successWith(results.deleted)],
  ['PATCH /images/v1/config', successWith(results.config), documentedOnly],
  ['GET /images/v1/config', successWith(results.config), 'A guess of ours (U9).'],
  ['GET /images/v1/batch_token', successWith(results.batchToken), documentedOnly],
  ['GET /images/v1/{image_id}/blob', 'bytes'],
  ['GET /images/v1/{image_id}', successWith(results.image)],
  ['PATCH /images/v1/{image_id}', successWith(results.image)],
  ['DELETE /images/v1/{image_id}', successWith(results.deleted)],
];

const onBatchHost = new Set([
  'POST /images/v1',
  'GET /images/v1/{image_id}',
  'PATCH /images/v1/{image_id}',
  'DELETE /images/v1/{image_id}',
  'GET /images/v2',
  'POST /images/v2/direct_upload',
]);

/** Every operation there is, in the order in which paths are to be matched: fixed words first. */
export const operations: readonly Operation[] = rows.flatMap(([name, success, beyond]) => {
  const [method = '', path = ''] = name.split(' ');
  const shared = { method, path, success, failure: success === 'bytes' ? blobFailure : failure };
  const onApi = { ...shared, name, host: 'api', ...(beyond ? { beyond } : {}) } as const;
  const beyondBatch = 'The batch host is in the documentation (images-batch), not in the OpenAPI.';
  const onBatch = {
    ...shared,
    name: `batch: ${name}`,
    host: 'batch',
    beyond: beyondBatch,
  } as const;
  return onBatchHost.has(name) ? [onApi, onBatch] : [onApi];
});

/** What the OpenAPI has and we leave out on purpose, by method and path. */
export const leftOut: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern: /^POST \/accounts\/\{account_id\}\/images\/v1\/direct_upload$/,
    reason: 'Deprecated; its id was that of a request, not of an image (public reports).',
  },
  {
    pattern: /^[A-Z]+ \/accounts\/\{accountId\}\/v[12]\/images/,
    reason: 'A second family of paths that no page explains.',
  },
];

/** The operation that a request is for, by the path on its host. */
export function findOperation(
  host: 'api' | 'batch',
  method: string,
  path: string,
): Operation | undefined {
  return operations.find(
    (each) => each.host === host && each.method === method && patternOf(each).test(path),
  );
}

function patternOf({ host, path }: Operation): RegExp {
  // A custom id may hold slashes; the other names may not.
  const template = path
    .replaceAll('{image_id}', '.+')
    .replaceAll(/\{(?:variant_id|signing_key_name)\}/g, '[^/]+');
  return new RegExp(host === 'api' ? `^/accounts/[^/]+${template}$` : `^${template}$`);
}
