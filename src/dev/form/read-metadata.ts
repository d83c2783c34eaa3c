import type { ApiMessage } from '../api/api-answer.js';
import type { Guesses } from '../guesses.js';
import { badRequest } from '../refusal.js';
import { checkMetadata } from '../check-metadata.js';
import { readText } from './form-fields.js';
import type { FormPart } from './parse-multipart.js';
import { readBrackets } from './read-brackets.js';

/** The metadata of a form, and what its sender should hear about it. */
export interface FormMetadata {
  meta: Record<string, unknown>;
  messages: readonly ApiMessage[];
}

/** Reads the field `metadata`, a JSON object as text. Absent means `{}`. */
export function readMetadata(parts: readonly FormPart[], guesses: Guesses): FormMetadata {
  const text = readText(parts, 'metadata');
  if (text !== undefined)
    return { meta: checkMetadata(parseJson(text), guesses, text), messages: [] };
  const brackets = parts.filter((part) => part.name.startsWith('metadata['));
  if (brackets.length === 0) return { meta: {}, messages: [] };
  if (guesses.bracketMetadata === 'refuse') {
    throw badRequest('metadata must be one field holding JSON, not fields like metadata[key]');
  }
  // What the service does with these is unknown, so the sender hears of it either way.
  const isKept = guesses.bracketMetadata === 'parse';
  const warning = `metadata was sent as fields like ${brackets[0]?.name}: ${isKept ? 'every value became text' : 'it was dropped'}. Send one field "metadata" holding JSON`;
  const meta = isKept ? checkMetadata(readBrackets(brackets), guesses) : {};
  return { meta, messages: [{ code: 5400, message: warning }] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('metadata must be a JSON object');
  }
}
