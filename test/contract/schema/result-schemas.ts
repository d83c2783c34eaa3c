import { fields } from './fields.js';
import {
  all,
  anything,
  except,
  exactly,
  flag,
  listOf,
  mapOf,
  nullable,
  number,
  type Schema,
  text,
} from './schema.js';

const imageId = except('image-id-length', text({ max: 32 }), text({ min: 1, max: 1024 }));
const fileName = text({ max: 255 });

/** An image. */
export const image: Schema = fields({
  known: {
    id: imageId,
    filename: except('draft-without-filename', fileName, nullable(fileName)),
    creator: nullable(text({ max: 1024 })),
    meta: mapOf(anything),
    requireSignedURLs: flag,
    uploaded: text({ format: 'date-time' }),
    variants: listOf(text({ format: 'uri' })),
  },
  always: ['id', 'filename', 'meta', 'requireSignedURLs', 'uploaded', 'variants'],
  added: [{ name: 'draft', by: 'draft-flag', schema: exactly(true) }],
});

/** `{ images: [] }` of the deprecated list. */
export const imageList = fields({ known: { images: listOf(image) }, always: ['images'] });

/** `{ images: [], continuation_token }`; the token may be null or absent at the end. */
export const imagePage = fields({
  known: { images: listOf(image), continuation_token: nullable(text({ max: 32 })) },
  always: ['images'],
});

/** `{ id, uploadURL }` of a direct creator upload. */
export const ticket = fields({
  known: { id: imageId, uploadURL: text() },
  always: ['id', 'uploadURL'],
});

/** What is left of something that was deleted. */
export const deleted = all(
  mapOf(anything),
  except('deleted-is-empty', anything, fields({ known: {} })),
);

/** `{ keys: [{ name, value }] }`. */
export const keyList = fields({
  known: {
    keys: listOf(
      fields({
        known: {
          name: except('key-name-length', text(), text({ min: 1, max: 20 })),
          value: text(),
        },
        always: ['name', 'value'],
      }),
    ),
  },
  always: ['keys'],
});

const wholeFromZero = except('stats-whole', number(), number({ min: 0, whole: true }));

/** `{ count: { allowed, current } }`. */
export const stats = fields({
  known: {
    count: fields({
      known: { allowed: wholeFromZero, current: wholeFromZero },
      always: ['allowed', 'current'],
    }),
  },
  always: ['count'],
});

const optionRules = {
  known: {
    fit: exactly('scale-down', 'contain', 'cover', 'crop', 'pad'),
    metadata: exactly('keep', 'copyright', 'none'),
    width: number({ min: 1 }),
    height: number({ min: 1 }),
  },
  added: [
    {
      name: 'browser_ttl',
      by: 'variant-options-more',
      schema: number({ min: 3600, max: 31_536_000, whole: true }),
    },
    { name: 'blur', by: 'variant-options-more', schema: number({ min: 0, max: 250 }) },
  ],
} as const;

/** A variant without its wrapper, as `/flat` answers it. */
export const flatVariant = fields({
  known: {
    id: text({ max: 99 }),
    options: except(
      'variant-options-fewer',
      fields({ ...optionRules, required: ['fit', 'metadata', 'width', 'height'] }),
      fields({ ...optionRules, required: ['fit', 'metadata'] }),
    ),
    neverRequireSignedURLs: flag,
  },
  required: ['id', 'options'],
  always: ['neverRequireSignedURLs'],
});

/** `{ variant: {...} }`. */
export const variant = fields({ known: { variant: flatVariant }, always: ['variant'] });

/** `{ variants: { <id>: {...} } }`. */
export const variantMap = fields({
  known: {
    variants: except('variants-map', fields({ known: { hero: flatVariant } }), mapOf(flatVariant)),
  },
  always: ['variants'],
});

/** `{ token, expiresAt }` (images-batch, documented; not in the OpenAPI). */
export const batchToken = fields({
  known: { token: text({ min: 1 }), expiresAt: text({ format: 'date-time' }) },
  required: ['token', 'expiresAt'],
});

/** The config, or nothing of it: what it answers is not documented. */
export const config = fields({
  known: {
    flexible_variants: flag,
    browser_ttl: number({ min: 3600, max: 31_536_000, whole: true }),
    preserve_content_credentials: flag,
  },
});
