/** Says what is wrong with a value; nothing when it has the shape. `at` names the place. */
export type Shape = (value: unknown, at: string) => string[];

const expected = (what: string, at: string, value: unknown) => [
  `${at} is ${JSON.stringify(value)}, not ${what}`,
];

export const text =
  ({ max, format }: { max?: number; format?: RegExp } = {}): Shape =>
  (value, at) =>
    typeof value === 'string' &&
    (max === undefined || [...value].length <= max) &&
    (format === undefined || format.test(value))
      ? []
      : expected(`text${format ? ` like ${format}` : ''}`, at, value);

export const number =
  ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = {}): Shape =>
  (value, at) =>
    typeof value === 'number' && value >= min && value <= max
      ? []
      : expected(`a number from ${min} to ${max}`, at, value);

export const flag: Shape = (value, at) =>
  typeof value === 'boolean' ? [] : expected('a boolean', at, value);

export const exactly =
  (...words: unknown[]): Shape =>
  (value, at) =>
    words.includes(value) ? [] : expected(words.join(' or '), at, value);

export const nullable =
  (shape: Shape): Shape =>
  (value, at) =>
    value === null ? [] : shape(value, at);

export const listOf =
  (shape: Shape): Shape =>
  (value, at) =>
    Array.isArray(value)
      ? value.flatMap((each, index) => shape(each, `${at}[${index}]`))
      : expected('a list', at, value);

export const mapOf =
  (shape: Shape): Shape =>
  (value, at) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, each]) => shape(each, `${at}.${key}`))
      : expected('an object', at, value);

/** An object with these fields and no others; those marked with `optional` may be missing. */
export const object =
  (fields: Record<string, Shape | { optional: Shape }>): Shape =>
  (value, at) => {
    if (!isObject(value)) return expected('an object', at, value);
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(fields, key));
    return [
      ...unknown.map((key) => `${at}.${key} is in no contract`),
      ...Object.entries(fields).flatMap(([key, field]) => {
        const isOptional = typeof field !== 'function';
        if (!Object.hasOwn(value, key)) return isOptional ? [] : [`${at}.${key} is missing`];
        return (isOptional ? field.optional : field)(value[key], `${at}.${key}`);
      }),
    ];
  };

export const anything: Shape = () => [];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
