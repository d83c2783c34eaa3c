/** One point where we do not follow the published description of the API, and why. */
export interface Exception {
  published: string;
  known: string;
  /** Where the knowledge comes from, with its weight. */
  source: string;
}

/**
 * Every deviation of our schemas from Cloudflare's OpenAPI, by name. Nothing else may differ:
 * official-schemas.test.ts holds the two against each other with all of these switched off,
 * and shows that each of them makes a difference.
 */
export const exceptions = {
  'whole-answers': {
    published: 'No property of an image, key, variant or count is required; others may be added.',
    known: 'Everything listed is sent every time, and nothing else.',
    source: 'A rule of ours: a property that the emulator forgets or invents has to show.',
  },
  'image-id-length': {
    published: 'The id of an image or a ticket has at most 32 characters.',
    known: '1 to 1,024 characters.',
    source: 'A UUID has 36; upload-custom-path (documented): custom ids have up to 1,024.',
  },
  'draft-flag': {
    published: 'The image object has no draft.',
    known: 'draft is true as long as a direct upload is pending, and absent afterwards.',
    source: 'direct-creator-upload (documented).',
  },
  'draft-without-filename': {
    published: 'filename is text.',
    known: 'filename is null on drafts and on uploads without a name.',
    source: 'Answers of the service in public code (observed).',
  },
  'variants-map': {
    published: 'variants has one described property, "hero"; the others are free.',
    known: 'Every property is a variant under its own id.',
    source: 'The example of the same description: hero is a name, not a key (inferred).',
  },
  'variant-options-fewer': {
    published: 'fit, metadata, width and height are required.',
    known: 'width and height may be missing; fit and metadata have defaults.',
    source: 'browser-ttl creates a variant from width and browser_ttl alone (documented).',
  },
  'variant-options-more': {
    published: 'A variant has no browser_ttl and no blur.',
    known: 'browser_ttl is 3600 to 31536000 seconds, blur 0 to 250.',
    source: 'browser-ttl and blur-variants (documented).',
  },
  'key-name-length': {
    published: 'The name of a signing key is any text in answers.',
    known: '1 to 20 characters.',
    source: 'The path parameter of the same description has at most 20 (documented).',
  },
  'stats-whole': {
    published: 'The counts are numbers.',
    known: 'They are whole numbers from 0.',
    source: 'They count images (inferred).',
  },
  'deleted-is-empty': {
    published: 'The result of a deletion is any object.',
    known: 'It is an empty one.',
    source: 'The example of the same description (documented).',
  },
  'success-without-errors': {
    published: 'A success may list errors.',
    known: 'It lists none; what the caller should know stands in messages.',
    source: 'Every published example (documented).',
  },
  'failure-says-false': {
    published: 'success is true or false in most failures.',
    known: 'It is false.',
    source: 'The description of the base image, and every example (documented).',
  },
  'failure-names-a-cause': {
    published: 'errors may be empty.',
    known: 'A failure has at least one.',
    source: 'The description of the base image asks for it, in a way that has no effect.',
  },
  'small-error-codes': {
    published: 'Codes start at 1000.',
    known: 'Throttling has the code 971.',
    source: 'Public reports (observed).',
  },
  'error-chain': {
    published: 'An error has code, message, documentation_url and source.',
    known: 'General errors may nest others in error_chain, such as 6111 in 6003.',
    source: 'Answers of other Cloudflare APIs (inferred).',
  },
  'result-info': {
    published: 'The envelope has no result_info.',
    known: 'It may hold result_info: null.',
    source: 'Examples of upload-custom-path and direct-creator-upload (documented).',
  },
} as const satisfies Record<string, Exception>;

export type ExceptionName = keyof typeof exceptions;

/** The published description alone. */
export const asPublished: ReadonlySet<ExceptionName> = new Set();

/** What the service really answers, as far as we know. */
export const asKnown: ReadonlySet<ExceptionName> = new Set(
  Object.keys(exceptions) as ExceptionName[],
);
