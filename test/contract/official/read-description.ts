import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JsonSchema } from './json-schema.js';

interface Answer {
  content?: Readonly<Record<string, { schema?: JsonSchema }>>;
}

/** Cloudflare's own description of the API, as far as it is read here. */
export interface Description {
  paths: Readonly<
    Record<string, Readonly<Record<string, { responses: Readonly<Record<string, Answer>> }>>>
  >;
}

/**
 * The description from the file that OPENAPI_FILE names, or `images-openapi.json` in the
 * folder `shared` beside the project; undefined when there is none. It is not part of the
 * project: its text is Cloudflare's.
 */
export function readDescription(): Description | undefined {
  const file = process.env.OPENAPI_FILE ?? resolve('../shared/images-openapi.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Description) : undefined;
}
