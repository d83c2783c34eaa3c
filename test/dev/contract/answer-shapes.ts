import {
  anything,
  exactly,
  flag,
  listOf,
  mapOf,
  nullable,
  number,
  object,
  type Shape,
  text,
} from './shape.js';

// The facts of the official OpenAPI about answers, in our own words. Where the emulator goes
// beyond or against it, the line says why.

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const image = object({
  // The schema says 32 characters at most, which no UUID fits.
  id: text({ max: 1024 }),
  // Null on drafts was observed; the schema knows text only.
  filename: nullable(text({ max: 255 })),
  creator: nullable(text({ max: 1024 })),
  meta: mapOf(anything),
  requireSignedURLs: flag,
  uploaded: text({ format: rfc3339 }),
  variants: listOf(text({ format: /^https?:\/\// })),
  // Documented in words, not in the schema; never false.
  draft: { optional: exactly(true) },
});

const variant = object({
  id: text({ max: 99 }),
  options: object({
    fit: exactly('scale-down', 'contain', 'cover', 'crop', 'pad'),
    metadata: exactly('keep', 'copyright', 'none'),
    // Required by the schema, left out by the documentation's own samples.
    width: { optional: number({ min: 1 }) },
    height: { optional: number({ min: 1 }) },
    // Of the documentation and of the dashboard, not of the schema.
    browser_ttl: { optional: number({ min: 3600, max: 31_536_000 }) },
    blur: { optional: number({ min: 0, max: 250 }) },
  }),
  neverRequireSignedURLs: flag,
});

const keys = object({ keys: listOf(object({ name: text({ max: 20 }), value: text() })) });
const nothing = object({});
// Not in the schema at all; the request is documented elsewhere, the result nowhere.
const config = object({
  flexible_variants: { optional: flag },
  browser_ttl: { optional: number({ min: 3600, max: 31_536_000 }) },
  preserve_content_credentials: { optional: flag },
});

/** What the result of each operation looks like, by the path as `apiRoutes` has it. */
export const results: Readonly<Record<string, Shape>> = {
  'POST /v1': image,
  'GET /v1': object({ images: listOf(image) }),
  'GET /v1/{image}': image,
  'PATCH /v1/{image}': image,
  'DELETE /v1/{image}': nothing,
  'GET /v1/keys': keys,
  'PUT /v1/keys/{name}': keys,
  'DELETE /v1/keys/{name}': keys,
  'GET /v1/stats': object({ count: object({ allowed: number(), current: number() }) }),
  'GET /v1/variants': object({ variants: mapOf(variant) }),
  'POST /v1/variants': object({ variant }),
  'GET /v1/variants/{id}': object({ variant }),
  'GET /v1/variants/{id}/flat': variant,
  'PATCH /v1/variants/{id}': object({ variant }),
  'DELETE /v1/variants/{id}': nothing,
  'GET /v1/config': config,
  'PATCH /v1/config': config,
  'GET /v1/batch_token': object({ token: text(), expiresAt: text({ format: rfc3339 }) }),
  'GET /v2': object({ images: listOf(image), continuation_token: nullable(text()) }),
  'POST /v2/direct_upload': object({ id: text(), uploadURL: text({ format: /^https?:\/\// }) }),
};

const notice = object({
  // The schema starts at 1000; 971 was seen all the same.
  code: number({ min: 971 }),
  message: text(),
  error_chain: { optional: listOf(object({ code: number(), message: text() })) },
});

/** The envelope around such a result. */
export const success = (result: Shape): Shape =>
  object({ success: exactly(true), errors: listOf(exactly()), messages: listOf(notice), result });

/** The envelope of a no. */
export const failure: Shape = object({
  success: exactly(false),
  errors: (value, at) =>
    Array.isArray(value) && value.length > 0 ? listOf(notice)(value, at) : [`${at} says nothing`],
  messages: listOf(notice),
  result: exactly(null),
});
