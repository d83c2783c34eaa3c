import { badRequest } from '../refusal.js';

/** A boolean of a JSON body; undefined when absent, refused when it is anything else. */
export function readFlag(
  body: Readonly<Record<string, unknown>>,
  name: string,
): boolean | undefined {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  throw badRequest(`${name} must be true or false`);
}
