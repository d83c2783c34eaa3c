import type { ApiHandler } from './api-call.js';
import type { Scope } from './authenticate.js';
import { getBatchToken } from './batch-token.js';
import { getConfig, updateConfig } from './config.js';
import { createDirectUpload } from './create-direct-upload.js';
import { deleteImage } from './delete-image.js';
import { getImageBlob } from './image-blob.js';
import { getImageDetails } from './image-details.js';
import { listImagesV1 } from './list-images-v1.js';
import { listImagesV2 } from './list-images-v2.js';
import { createKey, deleteKey, listKeys } from './signing-keys.js';
import { getStats } from './stats.js';
import { updateImage } from './update-image.js';
import { uploadImage } from './upload-image.js';
import {
  createVariant,
  deleteVariant,
  getVariant,
  getVariantFlat,
  listVariants,
  updateVariant,
} from './variants.js';

/** One operation: what the token must allow, who answers, and whether the batch host has it. */
export interface ApiRoute {
  scope: Scope;
  handler: ApiHandler;
  isBatch: boolean;
}

const read = (handler: ApiHandler): ApiRoute => ({ scope: 'read', handler, isBatch: false });
const write = (handler: ApiHandler): ApiRoute => ({ scope: 'write', handler, isBatch: false });
const batch = (route: ApiRoute): ApiRoute => ({ ...route, isBatch: true });

/**
 * Every operation by its path below `/images`, tried in this order on the path as it was sent.
 * The fixed words come before the id, because a custom id may hold slashes: `a/b` and `a%2Fb`
 * name the same image.
 */
export const apiRoutes: readonly {
  pattern: RegExp;
  methods: Readonly<Record<string, ApiRoute>>;
}[] = [
  { pattern: /^\/v2$/, methods: { GET: batch(read(listImagesV2)) } },
  { pattern: /^\/v2\/direct_upload$/, methods: { POST: batch(write(createDirectUpload)) } },
  { pattern: /^\/v1$/, methods: { GET: read(listImagesV1), POST: batch(write(uploadImage)) } },
  { pattern: /^\/v1\/keys$/, methods: { GET: read(listKeys) } },
  {
    pattern: /^\/v1\/keys\/([^/]+)$/,
    methods: { PUT: write(createKey), DELETE: write(deleteKey) },
  },
  { pattern: /^\/v1\/stats$/, methods: { GET: read(getStats) } },
  {
    pattern: /^\/v1\/variants$/,
    methods: { GET: read(listVariants), POST: write(createVariant) },
  },
  { pattern: /^\/v1\/variants\/([^/]+)\/flat$/, methods: { GET: read(getVariantFlat) } },
  {
    pattern: /^\/v1\/variants\/([^/]+)$/,
    methods: { GET: read(getVariant), PATCH: write(updateVariant), DELETE: write(deleteVariant) },
  },
  { pattern: /^\/v1\/config$/, methods: { GET: read(getConfig), PATCH: write(updateConfig) } },
  // The token it gives may write, so reading is not enough to get it.
  { pattern: /^\/v1\/batch_token$/, methods: { GET: write(getBatchToken) } },
  // Deprecated, and its id was never that of an image: known, and without any method.
  { pattern: /^\/v1\/direct_upload$/, methods: {} },
  { pattern: /^\/v1\/(.+)\/blob$/, methods: { GET: read(getImageBlob) } },
  {
    pattern: /^\/v1\/(.+)$/,
    methods: {
      GET: batch(read(getImageDetails)),
      PATCH: batch(write(updateImage)),
      DELETE: batch(write(deleteImage)),
    },
  },
];

/**
 * The operation of a path below `/images`, and the still encoded name in it. `route` is absent
 * when the path exists but not with this method; undefined when there is no such path.
 */
export function findRoute(
  method: string,
  path: string,
): { route: ApiRoute | undefined; encodedName: string } | undefined {
  for (const { pattern, methods } of apiRoutes) {
    const match = pattern.exec(path);
    if (!match) continue;
    const route = Object.hasOwn(methods, method) ? methods[method] : undefined;
    return { route, encodedName: match[1] ?? '' };
  }
  return undefined;
}
