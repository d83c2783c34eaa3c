import { allowsNull, type JsonSchema, resolve } from './json-schema.js';

/** Values that fit a schema: the full one first, then each option and each limit by itself. */
export function validSamples(given: JsonSchema, root: object): unknown[] {
  const schema = resolve(given, root);
  const samples = plainSamples(schema, root);
  return allowsNull(schema) ? [...samples, null] : samples;
}

function plainSamples(schema: JsonSchema, root: object): unknown[] {
  // Enums hold scalars or null, and null is added by the caller.
  if (schema.enum) return schema.enum.filter((each) => each !== null);
  if (schema.type === 'object') return objectSamples(schema, root);
  if (schema.anyOf) return schema.anyOf.flatMap((each) => validSamples(each, root));
  switch (schema.type) {
    case 'array': {
      const items = validSamples(schema.items ?? {}, root);
      return [items.slice(0, 1), [], items.slice(0, 3)];
    }
    case 'string':
      return textSamples(schema);
    case 'number':
      return schema.minimum === undefined ? [3, 0, -2.5] : [schema.minimum, schema.minimum + 0.5];
    case 'integer':
      return [schema.minimum ?? 0, (schema.minimum ?? 0) + 1];
    case 'boolean':
      return [true, false];
    default:
      return ['anything'];
  }
}

function textSamples({ format, maxLength }: JsonSchema): string[] {
  if (format === 'date-time') {
    return ['2026-11-22T10:00:00.000Z', '2026-11-22T10:00:00+02:00', '2026-11-22t10:00:00z'];
  }
  if (format === 'uri') return ['https://example.com/a/b', 'urn:example:a'];
  return maxLength === undefined
    ? ['text', '', 'x'.repeat(2000)]
    : ['text', '', 'x'.repeat(maxLength), '\u{1F431}'.repeat(maxLength)];
}

function objectSamples(schema: JsonSchema, root: object): unknown[] {
  const inner = Object.entries(schema.properties ?? {}).map(
    ([name, each]) => [name, validSamples(each, root)] as const,
  );
  const full = Object.fromEntries(inner.map(([name, samples]) => [name, samples[0]]));
  const without = inner
    .filter(([name]) => !schema.required?.includes(name))
    .map(([name]) => withoutProperty(full, name));
  const varied = inner.flatMap(([name, samples]) =>
    samples.slice(1).map((sample) => ({ ...full, [name]: sample })),
  );
  return [full, ...without, ...varied, { ...full, unheard_of: { deeply: [1] } }];
}

function withoutProperty(value: Readonly<Record<string, unknown>>, name: string) {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

const strangers: readonly unknown[] = [
  null,
  true,
  false,
  -1,
  0.5,
  971,
  '',
  'text',
  'x'.repeat(1025),
  'not a date 2026',
  '2026-11-22T10:00:00',
  '2026-13-45T99:00:00Z',
  'no uri at all',
  [],
  [null],
  {},
  { code: 1 },
];

/** What lies just beyond and just within each limit that stands anywhere in a schema. */
export function edgeValues(given: JsonSchema, root: object): unknown[] {
  const { maxLength, minimum, items, anyOf = [], properties = {} } = resolve(given, root);
  return [
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength), 'x'.repeat(maxLength + 1)]),
    ...(minimum === undefined ? [] : [minimum, minimum - 1, minimum - 0.5, minimum + 0.5]),
    ...[...Object.values(properties), ...anyOf, ...(items ? [items] : [])].flatMap((each) =>
      edgeValues(each, root),
    ),
  ];
}

/**
 * One step away from a value, at every place of it: something of another kind or one of the
 * `edges`, a missing property, an added one. Most of these no longer fit; whether they do is for
 * others to say.
 */
export function neighbours(value: unknown, edges: readonly unknown[]): unknown[] {
  const replaced: unknown[] = [...strangers, ...new Set(edges)];
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return [
      ...replaced,
      [...list, ...list],
      ...list.flatMap((each, index) =>
        neighbours(each, edges).map((near) => list.with(index, near)),
      ),
    ];
  }
  if (typeof value !== 'object' || value === null) return replaced;
  const record = value as Readonly<Record<string, unknown>>;
  return [
    ...replaced,
    { ...record, unheard_of: 1 },
    ...Object.keys(record).map((name) => withoutProperty(record, name)),
    ...Object.entries(record).flatMap(([name, each]) =>
      neighbours(each, edges).map((near) => ({ ...record, [name]: near })),
    ),
  ];
}
