import type { MetaFilter } from './image-query.js';

/** Whether an image with this metadata answers to every filter. */
export function matchMeta(
  meta: Readonly<Record<string, unknown>>,
  filters: readonly MetaFilter[],
): boolean {
  return filters.every(({ path, test }) => {
    const value = readPath(meta, path);
    if (test.kind === 'one-of') return test.values.some((wanted) => wanted === value);
    // Range operators compare numbers only: text is never turned into one.
    if (typeof value !== 'number') return false;
    if (test.operator === 'gt') return value > test.value;
    if (test.operator === 'gte') return value >= test.value;
    if (test.operator === 'lt') return value < test.value;
    return value <= test.value;
  });
}

// Own properties only: `meta.constructor[eq]=...` must find nothing.
function readPath(meta: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  let value: unknown = meta;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    if (!Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
