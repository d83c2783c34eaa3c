/** The part of JSON Schema that the published description uses. */
export interface JsonSchema {
  $ref?: string;
  type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  nullable?: boolean;
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  minimum?: number;
  maxLength?: number;
  format?: string;
  uniqueItems?: boolean;
}

const understood = new Set([
  '$ref',
  'type',
  'nullable',
  'enum',
  'anyOf',
  'properties',
  'required',
  'items',
  'minimum',
  'maxLength',
  'format',
  'uniqueItems',
]);
const withoutEffect = /^(description|example|default|readOnly|title|deprecated|x-.*)$/;

/** Follows references; siblings of a reference have no effect in OpenAPI 3.0. */
export function resolve(schema: JsonSchema, root: object): JsonSchema {
  if (schema.$ref === undefined) return schema;
  let found: unknown = root;
  for (const name of schema.$ref.replace(/^#\//, '').split('/')) {
    found = (found as Record<string, unknown>)[name];
  }
  if (typeof found !== 'object' || found === null) throw new Error(`No ${schema.$ref}`);
  return resolve(found as JsonSchema, root);
}

/** Whether null is a value of it. An enum of null alone means it, whatever the type says. */
export function allowsNull(schema: JsonSchema): boolean {
  return schema.nullable === true || schema.enum?.includes(null) === true;
}

/**
 * Whether a value fits, formats included.
 *
 * @throws at a keyword that it does not know, so that a newer file is not passed by mistake
 */
export function accepts(given: JsonSchema, value: unknown, root: object): boolean {
  const schema = resolve(given, root);
  const strange = Object.keys(schema).find(
    (key) => !understood.has(key) && !withoutEffect.test(key),
  );
  if (strange !== undefined) throw new Error(`The evaluator does not know "${strange}".`);
  if (value === null && allowsNull(schema)) return true;
  if (schema.type !== undefined && !hasType(value, schema.type)) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (schema.anyOf && !schema.anyOf.some((each) => accepts(each, value, root))) return false;
  if (typeof value === 'string') return fitsText(schema, value);
  if (typeof value === 'number') return value >= (schema.minimum ?? Number.NEGATIVE_INFINITY);
  if (Array.isArray(value)) return fitsArray(schema, value, root);
  return typeof value !== 'object' || value === null || fitsObject(schema, value, root);
}

function hasType(value: unknown, type: NonNullable<JsonSchema['type']>): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function fitsText({ maxLength, format }: JsonSchema, value: string): boolean {
  if (maxLength !== undefined && [...value].length > maxLength) return false;
  // RFC 3339 and RFC 3986, read apart from the schemas that this is to check.
  if (format === 'date-time') {
    const [day, clock] = value.split(/t/i);
    const isShaped = /^\d{4}-\d\d-\d\d$/.test(day ?? '');
    const isTimed = /^\d\d:\d\d:\d\d(\.\d+)?(z|[+-]\d\d:\d\d)$/i.test(clock ?? '');
    return isShaped && isTimed && Number.isFinite(new Date(value).getTime());
  }
  if (format === 'uri') return /^[A-Za-z][\w+.-]*:[^\s]+$/.test(value) && URL.canParse(value);
  return true;
}

function fitsArray(schema: JsonSchema, value: readonly unknown[], root: object): boolean {
  const { items } = schema;
  if (
    schema.uniqueItems &&
    new Set(value.map((each) => JSON.stringify(each))).size < value.length
  ) {
    return false;
  }
  return items === undefined || value.every((each) => accepts(items, each, root));
}

function fitsObject(schema: JsonSchema, value: object, root: object): boolean {
  if (schema.required?.some((name) => !Object.hasOwn(value, name))) return false;
  return Object.entries(value).every(([name, each]) => {
    const { properties = {} } = schema;
    const inner = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return inner === undefined || accepts(inner, each, root);
  });
}
