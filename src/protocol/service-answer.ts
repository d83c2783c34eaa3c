import type { ServiceError } from './images-error.js';
import { isJsonObject } from './json-value.js';

/** An answer of Cloudflare's API or upload host, whichever of its two shapes it came in. */
export interface ServiceAnswer {
  success: boolean;
  result: unknown;
  errors: readonly ServiceError[];
}

/**
 * Reads the JSON envelope, or the bare text `ERROR <code>: <message>` that both hosts answer
 * now and then. Anything else (a proxy's HTML, an empty body) is undefined.
 */
export function parseServiceAnswer(body: string): ServiceAnswer | undefined {
  const text = /^\s*ERROR (\d+): ?([^\n]*)/.exec(body);
  if (text) {
    return {
      success: false,
      result: null,
      errors: [{ code: Number(text[1]), message: text[2] ?? '' }],
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value) || typeof value.success !== 'boolean') return undefined;
  return {
    success: value.success,
    result: value.result,
    errors: parseErrors(value.errors),
  };
}

function parseErrors(value: unknown): ServiceError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isJsonObject).map((error) => ({
    code: typeof error.code === 'number' ? error.code : 0,
    message: typeof error.message === 'string' ? error.message : '',
  }));
}
