import type { MetaFilter } from '../image-query.js';

/** A piece of SQL and the values for its question marks. */
export interface Fragment {
  sql: string;
  values: readonly (string | number)[];
}

/** All that is asked of one field: a condition on its row in the table of fields. */
export interface FieldTest extends Fragment {
  /** The table, as `walk`, with the index that finds these rows. */
  walk: string;
  /** Whether the index gives them in the order of upload. */
  isOrdered: boolean;
}

/** The filters by field. An image has one row for each, which then has to answer them all. */
export function createFieldTests(filters: readonly MetaFilter[]): FieldTest[] {
  const fields = new Set(filters.map(fieldOf));
  return [...fields].map((field) => {
    const tests = filters.filter((each) => fieldOf(each) === field).map(({ test }) => test);
    const conditions = tests.map(condition);
    const isRange = tests.every(({ kind }) => kind === 'compare');
    return {
      sql: ['field = ?', ...conditions.map(({ sql }) => sql)].join(' AND '),
      values: [field, ...conditions.flatMap(({ values }) => values)],
      walk: isRange ? 'fields AS walk INDEXED BY fields_by_number' : 'fields AS walk',
      isOrdered: tests.some((test) => test.kind === 'one-of' && test.values.length === 1),
    };
  });
}

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function condition(test: MetaFilter['test']): Fragment {
  if (test.kind === 'compare') {
    return { sql: `number ${comparisons[test.operator]} ?`, values: [test.value] };
  }
  const values = test.values.map((value) => JSON.stringify(value));
  const [only] = values;
  // Never a list of one: only of a plain value is the index known to be in order.
  if (values.length === 1 && only !== undefined) return { sql: 'value = ?', values: [only] };
  return { sql: `value IN (${values.map(() => '?').join()})`, values };
}

function fieldOf({ path }: MetaFilter): string {
  return path.join('.');
}
