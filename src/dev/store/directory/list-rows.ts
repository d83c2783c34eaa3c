import type { StoredImage } from '../../stored-image.js';
import type { ImageQuery, MetaFilter, StoredPage } from '../image-query.js';
import type { Database } from './open-database.js';

/** A piece of SQL and the values for its question marks. */
interface Fragment {
  sql: string;
  values: (string | number)[];
}

/** Answers a query from the tables, in the order of upload. */
export function listImageRows(database: Database, query: ImageQuery): StoredPage {
  const { sql, values } = selectPage(query);
  // One text for the whole page: a thousand rows cost libsql fifty times more to hand over.
  const row = database.row(
    `SELECT '[' || group_concat('[' || sequence || ',' || record || ']') || ']' FROM (${sql})`,
    ...values,
  );
  const text = row?.[0];
  const found = typeof text === 'string' ? (JSON.parse(text) as [number, StoredImage][]) : [];
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const images = page.map(([, image]) => image);
  if (found.length <= query.limit || !last) return { images };
  return { images, next: { uploaded: last[1].uploaded, sequence: last[0] } };
}

// A filter for values of a field is an index that already stands in upload order, one run for
// each value; the walk then merges those, and everything else is a condition on what it meets.
function selectPage(query: ImageQuery): Fragment {
  const filters = query.filters ?? [];
  const lead = filters.find(({ test }) => test.kind === 'one-of');
  const direction = query.order === 'asc' ? 'ASC' : 'DESC';
  const walk = lead ? 'f' : 'i';
  const conditions = [
    ...(lead ? [] : [{ sql: 'i.draft = 0', values: [] }]),
    ...(query.after ? [afterCondition(walk, query.order, query.after)] : []),
    ...(query.creator === undefined
      ? []
      : [{ sql: 'i.creator = ?', values: [JSON.stringify(query.creator)] }]),
    ...filters.filter((filter) => filter !== lead).map(filterCondition),
  ];
  const runs = lead ? selectRuns(lead) : undefined;
  const from = runs ? `(${runs.sql}) f CROSS JOIN images i ON i.sequence = f.sequence` : 'images i';
  const where = conditions.map((condition) => condition.sql).join(' AND ');
  return {
    sql: `SELECT i.sequence AS sequence, i.record AS record FROM ${from}
      ${where === '' ? '' : `WHERE ${where}`}
      ORDER BY ${walk}.uploaded ${direction}, ${walk}.sequence ${direction} LIMIT ? OFFSET ?`,
    values: [
      ...(runs?.values ?? []),
      ...conditions.flatMap((condition) => condition.values),
      query.limit + 1,
      query.offset ?? 0,
    ],
  };
}

function selectRuns({ path, test }: MetaFilter): Fragment {
  // A value that is asked for twice must not bring its images twice.
  const texts = new Set(
    test.kind === 'one-of' ? test.values.map((each) => JSON.stringify(each)) : [],
  );
  const run = 'SELECT uploaded, sequence FROM fields WHERE field = ? AND value = ?';
  return {
    sql: [...texts].map(() => run).join(' UNION ALL '),
    values: [...texts].flatMap((text) => [path.join('.'), text]),
  };
}

function afterCondition(
  walk: string,
  order: ImageQuery['order'],
  after: NonNullable<ImageQuery['after']>,
): Fragment {
  const sign = order === 'asc' ? '>' : '<';
  return {
    sql: `(${walk}.uploaded, ${walk}.sequence) ${sign} (?, ?)`,
    values: [after.uploaded, after.sequence],
  };
}

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function filterCondition({ path, test }: MetaFilter): Fragment {
  const [sql, values] =
    test.kind === 'compare'
      ? [`number ${comparisons[test.operator]} ?`, [test.value]]
      : [
          `value IN (${test.values.map(() => '?').join()})`,
          test.values.map((v) => JSON.stringify(v)),
        ];
  return {
    sql: `EXISTS (SELECT 1 FROM fields x WHERE x.sequence = i.sequence AND x.field = ? AND x.${sql})`,
    values: [path.join('.'), ...values],
  };
}
