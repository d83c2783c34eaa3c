import type { MetaFilter } from './image-query.js';

type Meta = Readonly<Record<string, unknown>>;

/** Makes the question whether an image with some metadata answers to every filter. */
export function createMetaMatcher(filters: readonly MetaFilter[]): (meta: Meta) => boolean {
  // Taken apart here, once: a hundred thousand images may be asked.
  const matchers = filters.map(createMatcher);
  const [first = () => true, ...others] = matchers;
  return others.reduce((earlier, later) => (meta) => earlier(meta) && later(meta), first);
}

function createMatcher({ path, test }: MetaFilter): (meta: Meta) => boolean {
  const accepts = createTest(test);
  const parents = path.slice(0, -1);
  const name = path.at(-1) ?? '';
  // Own properties only: `meta.constructor[eq]=...` must find nothing.
  const holds = (meta: Meta) => accepts(meta[name]) && Object.hasOwn(meta, name);
  if (parents.length === 0) return holds;
  return (meta) => {
    const parent = readParent(meta, parents);
    return parent !== undefined && holds(parent);
  };
}

function createTest(test: MetaFilter['test']): (value: unknown) => boolean {
  if (test.kind === 'one-of') {
    const { values } = test;
    const [only] = values;
    if (values.length === 1) return (value) => value === only;
    return (value) => values.some((wanted) => wanted === value);
  }
  // Range operators compare numbers only: text is never turned into one.
  const { operator, value: limit } = test;
  if (operator === 'gt') return (value) => typeof value === 'number' && value > limit;
  if (operator === 'gte') return (value) => typeof value === 'number' && value >= limit;
  if (operator === 'lt') return (value) => typeof value === 'number' && value < limit;
  return (value) => typeof value === 'number' && value <= limit;
}

function readParent(meta: Meta, path: readonly string[]): Meta | undefined {
  let parent = meta;
  for (const name of path) {
    const value = Object.hasOwn(parent, name) ? parent[name] : undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    parent = value as Meta;
  }
  return parent;
}
