import { fields } from './fields.js';
import { except, exactly, flag, listOf, number, type Schema, text } from './schema.js';

const noteRules = {
  known: {
    code: except('small-error-codes', number({ min: 1000, whole: true }), number({ whole: true })),
    message: text(),
    documentation_url: text(),
    source: fields({ known: { pointer: text() } }),
  },
  required: ['code', 'message'],
} as const;

const inner = fields(noteRules);
const note = fields({
  ...noteRules,
  added: [{ name: 'error_chain', by: 'error-chain', schema: listOf(inner) }],
});

function envelope(success: Schema, errors: Schema, result: Schema): Schema {
  return fields({
    known: { success, errors, messages: listOf(note), result },
    required: ['success', 'errors', 'messages', 'result'],
    added: [{ name: 'result_info', by: 'result-info', schema: exactly(null) }],
  });
}

/** What a call that worked answers around its result. */
export function successWith(result: Schema): Schema {
  const errors = except('success-without-errors', listOf(note), listOf(note, { max: 0 }));
  return envelope(exactly(true), errors, result);
}

const causes = except('failure-names-a-cause', listOf(note), listOf(note, { min: 1 }));

/** A failure; its result is always null. */
export const failure = envelope(
  except('failure-says-false', flag, exactly(false)),
  causes,
  exactly(null),
);

/** The failure of the base image, which is described more strictly. */
export const blobFailure = envelope(exactly(false), causes, exactly(null));
