import type { ExceptionName } from './exceptions.js';

/**
 * Which of our written exceptions hold. With none of them a schema says what the published
 * description of the API says; with all of them, what we know the service answers.
 */
export type Reading = ReadonlySet<ExceptionName>;

/** Says in sentences what is wrong with a value; nothing when it fits. `at` is its place. */
export type Schema = (value: unknown, at: string, reading: Reading) => string[];

/** Anything at all. */
export const anything: Schema = () => [];

/** True or false. */
export const flag: Schema = (value, at) =>
  typeof value === 'boolean' ? [] : [`${at} is ${show(value)}, not a boolean`];

/** One of these values and nothing else. */
export function exactly(...values: readonly (string | number | boolean | null)[]): Schema {
  return (value, at) =>
    values.some((each) => each === value)
      ? []
      : [`${at} is ${show(value)}, not ${values.map(show).join(' or ')}`];
}

const formats = {
  'date-time': (value: string) =>
    /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/.test(value) &&
    // The digits beyond milliseconds are legal and more than Date reads everywhere.
    !Number.isNaN(Date.parse(value.replace(/(\.\d{3})\d+/, '$1'))),
  uri: (value: string) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(value) && URL.canParse(value),
};

/** Text; lengths are in characters as Unicode counts them. */
export function text(
  rules: { min?: number; max?: number; format?: keyof typeof formats } = {},
): Schema {
  const { min = 0, max = Number.POSITIVE_INFINITY, format } = rules;
  return (value, at) => {
    if (typeof value !== 'string') return [`${at} is ${show(value)}, not text`];
    const length = [...value].length;
    if (length < min) return [`${at} has ${length} characters, fewer than ${min}`];
    if (length > max) return [`${at} has ${length} characters, more than ${max}`];
    if (format && !formats[format](value)) return [`${at} is ${show(value)}, not a ${format}`];
    return [];
  };
}

/** A finite number. */
export function number(rules: { min?: number; max?: number; whole?: boolean } = {}): Schema {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, whole = false } = rules;
  return (value, at) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return [`${at} is ${show(value)}, not a number`];
    }
    if (whole && !Number.isInteger(value)) return [`${at} is ${value}, not a whole number`];
    return value < min || value > max ? [`${at} is ${value}, not from ${min} to ${max}`] : [];
  };
}

/** An array of these. */
export function listOf(item: Schema, rules: { min?: number; max?: number } = {}): Schema {
  const { min = 0, max = Number.POSITIVE_INFINITY } = rules;
  return (value, at, reading) => {
    if (!Array.isArray(value)) return [`${at} is ${show(value)}, not an array`];
    const { length } = value;
    const wrongLength = length < min || length > max ? [`${at} has ${length} elements`] : [];
    return [
      ...wrongLength,
      ...value.flatMap((each, index) => item(each, `${at}[${index}]`, reading)),
    ];
  };
}

/** An object whose every property is one of these; the names are free. */
export function mapOf(item: Schema): Schema {
  return (value, at, reading) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, each]) => item(each, `${at}.${name}`, reading))
      : [`${at} is ${show(value)}, not an object`];
}

/** The value or null. */
export function nullable(schema: Schema): Schema {
  return (value, at, reading) => (value === null ? [] : schema(value, at, reading));
}

/** `published` as long as the exception does not hold, `known` when it does. */
export function except(name: ExceptionName, published: Schema, known: Schema): Schema {
  return (value, at, reading) => (reading.has(name) ? known : published)(value, at, reading);
}

/** Every one of these. */
export function all(...schemas: readonly Schema[]): Schema {
  return (value, at, reading) => schemas.flatMap((schema) => schema(value, at, reading));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as it may stand in a sentence. */
export function show(value: unknown): string {
  const shown = JSON.stringify(value) ?? String(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
}
