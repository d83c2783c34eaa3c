import type { Guesses } from '../guesses.js';
import { badRequest } from '../refusal.js';
import type { MetaFilter } from '../store/image-query.js';
import { parseFilterValue } from './parse-filter-value.js';

const maxFilters = 5;
const maxLevels = 5;
const fieldName = /^[A-Za-z0-9_]{1,100}$/;

/** Every `meta.<field>[<op>]=<value>` of a query. Each operator counts, also on the same field. */
export function parseMetaFilters(query: URLSearchParams, guesses: Guesses): MetaFilter[] {
  const asked = [...query].filter(([key]) => key.startsWith('meta.'));
  if (asked.length > maxFilters) {
    throw badRequest(
      `Too many metadata filters: ${asked.length} provided, maximum ${maxFilters} allowed`,
    );
  }
  return asked.map(([key, value]) => {
    const [, field, operator] = /^meta\.([^[\]]*)\[([^[\]]*)\]$/.exec(key) ?? [];
    if (field === undefined || operator === undefined) {
      throw badRequest(`Invalid metadata filter '${key}': write meta.<field>[<operator>]=<value>`);
    }
    return { path: parseField(field), test: parseFilterValue(operator, value, guesses) };
  });
}

function parseField(field: string): string[] {
  const path = field.split('.');
  if (path.length > maxLevels) {
    throw badRequest(
      `Too many levels in metadata filter: ${path.length} provided, maximum ${maxLevels} allowed`,
    );
  }
  if (path.every((name) => fieldName.test(name))) return path;
  throw badRequest(
    `Invalid metadata field name '${field}': each level is 1 to 100 letters, digits or underscores`,
  );
}
