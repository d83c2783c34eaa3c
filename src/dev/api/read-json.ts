import { readBody } from '../form/read-body.js';
import type { Guesses } from '../guesses.js';
import { badRequest } from '../refusal.js';

const maxJsonBytes = 64 * 1024;

/** The JSON object of a request body; anything else is a bad request. */
export async function readJson(
  request: Request,
  guesses: Guesses,
): Promise<Readonly<Record<string, unknown>>> {
  const text = new TextDecoder().decode(await readBody(request, guesses, maxJsonBytes));
  const value = parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw badRequest('The body must be a JSON object');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
