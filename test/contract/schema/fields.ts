import type { ExceptionName } from './exceptions.js';
import { isObject, type Schema, show } from './schema.js';

/** What is known of an object. */
export interface FieldRules {
  /** The properties that have a schema, whether or not they must be there. */
  known: Readonly<Record<string, Schema>>;
  /** What the published description requires. */
  required?: readonly string[];
  /** What is always there in truth. With the exception `whole-answers` it must be. */
  always?: readonly string[];
  /** Properties that only an exception knows. */
  added?: readonly { name: string; by: ExceptionName; schema: Schema }[];
}

/**
 * An object. As published, it may hold anything beside what is known; with the exception
 * `whole-answers` it may not, so that an invented property shows.
 */
export function fields(rules: FieldRules): Schema {
  return (value, at, reading) => {
    if (!isObject(value)) return [`${at} is ${show(value)}, not an object`];
    const added = (rules.added ?? []).filter(({ by }) => reading.has(by));
    const known = new Map<string, Schema>([
      ...Object.entries(rules.known),
      ...added.map(({ name, schema }) => [name, schema] as const),
    ]);
    const isWhole = reading.has('whole-answers');
    const wanted = [...(rules.required ?? []), ...(isWhole ? (rules.always ?? []) : [])];
    const missing = [...new Set(wanted)]
      .filter((name) => !Object.hasOwn(value, name))
      .map((name) => `${at}.${name} is missing`);
    const wrong = Object.entries(value).flatMap(([name, each]) => {
      const schema = known.get(name);
      if (schema) return schema(each, `${at}.${name}`, reading);
      return isWhole ? [`${at}.${name} is in no description of this answer`] : [];
    });
    return [...missing, ...wrong];
  };
}
