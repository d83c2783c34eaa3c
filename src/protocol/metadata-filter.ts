import { publishedLimits } from './published-limits.js';

/** What one metadata field is compared with. Several operators on one field are all required. */
export interface MetadataComparison {
  eq?: string | number | boolean;
  /** Any of these: all text or all numbers, at most 10. */
  in?: readonly string[] | readonly number[];
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

/**
 * Filters on metadata, all of which must hold: a plain value means `eq`. A dot in the name goes
 * one level down (`camera.model`). Cloudflare takes at most five operators a request.
 */
export type MetadataFilters = Readonly<
  Record<string, string | number | boolean | MetadataComparison>
>;

const fieldName = /^[A-Za-z0-9_]{1,100}(\.[A-Za-z0-9_]{1,100})*$/;
const rangeOperators = ['gt', 'gte', 'lt', 'lte'] as const;

/**
 * The query parameters of some filters, in the spelling of Cloudflare's list and of our wire:
 * `meta.<field>[<operator>:<type>]`. Types are always named, because what an untyped `eq` does
 * to a number is not documented. A filter that cannot be sent is answered as a sentence.
 */
export function buildMetadataQuery(filters: MetadataFilters): [string, string][] | string {
  const query: [string, string][] = [];
  for (const [field, filter] of Object.entries(filters)) {
    if (!fieldName.test(field) || field.split('.').length > publishedLimits.maxFilterDepth) {
      return `metadata filter ${JSON.stringify(field)}: a field name is letters, digits and underscores, at most ${publishedLimits.maxFilterDepth} levels deep`;
    }
    const comparison = typeof filter === 'object' ? filter : { eq: filter };
    const terms = comparisonTerms(comparison);
    if (typeof terms === 'string') return `metadata filter "${field}": ${terms}`;
    for (const [operator, value] of terms) query.push([`meta.${field}[${operator}]`, value]);
  }
  return query.length > publishedLimits.maxFilters
    ? `${query.length} metadata filters are too many: Cloudflare takes at most ${publishedLimits.maxFilters}, and every operator counts`
    : query;
}

function comparisonTerms(comparison: MetadataComparison): [string, string][] | string {
  const terms: [string, string][] = [];
  const { eq, in: list } = comparison;
  if (eq !== undefined) terms.push([`eq:${typeof eq}`, String(eq)]);
  if (list !== undefined) {
    if (list.length === 0 || list.length > publishedLimits.maxFilterChoices) {
      return `"in" takes 1 to ${publishedLimits.maxFilterChoices} values`;
    }
    // The values travel as one text with pipes between them, and no escape is documented.
    if (list.some((value) => typeof value !== typeof list[0] || String(value).includes('|'))) {
      return '"in" takes values of one type, without the character "|"';
    }
    terms.push([`in:${typeof list[0]}`, list.join('|')]);
  }
  for (const operator of rangeOperators) {
    const value = comparison[operator];
    if (value === undefined) continue;
    if (!Number.isFinite(value)) return `"${operator}" takes a number`;
    terms.push([`${operator}:number`, String(value)]);
  }
  return terms.length === 0 ? 'it compares with nothing' : terms;
}

/**
 * Reads the `meta.` parameters of a query back into filters; a sentence when one is malformed.
 * Without a type, `eq` and `in` mean text and the others numbers.
 */
export function parseMetadataQuery(query: URLSearchParams): MetadataFilters | string {
  const fields = new Map<string, MetadataComparison>();
  for (const [key, text] of query) {
    if (!key.startsWith('meta.')) continue;
    const parts = /^meta\.([^[\]]+)\[([a-z]+)(?::([a-z]+))?\]$/.exec(key);
    const [, field, operator, type] = parts ?? [];
    const term = parseTerm(operator, type, text);
    if (field === undefined || term === undefined) {
      return `${JSON.stringify(key)} is not a metadata filter: write meta.<field>[<operator>:<type>]=<value>`;
    }
    fields.set(field, { ...fields.get(field), ...term });
  }
  return Object.fromEntries(fields);
}

function parseTerm(
  operator: string | undefined,
  type: string | undefined,
  text: string,
): MetadataComparison | undefined {
  if (operator === 'eq' || operator === 'in') {
    if (type === undefined || type === 'string') {
      return operator === 'eq' ? { eq: text } : { in: text.split('|') };
    }
    if (type === 'boolean' && operator === 'eq' && (text === 'true' || text === 'false')) {
      return { eq: text === 'true' };
    }
    if (type !== 'number') return undefined;
    const numbers = (operator === 'eq' ? [text] : text.split('|')).map(parseNumber);
    if (numbers.includes(undefined)) return undefined;
    return operator === 'eq' ? { eq: numbers[0] as number } : { in: numbers as number[] };
  }
  const range = rangeOperators.find((known) => known === operator);
  const value = parseNumber(text);
  if (range === undefined || value === undefined) return undefined;
  return type === undefined || type === 'number' ? { [range]: value } : undefined;
}

function parseNumber(text: string): number | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}
