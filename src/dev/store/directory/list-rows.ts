import type { StoredImage } from '../../stored-image.js';
import type { ImageQuery, StoredPage } from '../image-query.js';
import { createFieldTests, type FieldTest, type Fragment } from './field-test.js';
import type { Database } from './open-database.js';

/** Answers a query from the tables, in the order of upload. */
export function listImageRows(database: Database, query: ImageQuery): StoredPage {
  const { sql, values } = selectPage(database, query);
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

// First where the page is, from an index alone: of the field that leaves least over, or of all
// images. Everything else is a condition on what is met there.
function selectPage(database: Database, query: ImageQuery): Fragment {
  const tests = createFieldTests(query.filters ?? []);
  const lead = pickLead(database, tests);
  const direction = query.order === 'asc' ? 'ASC' : 'DESC';
  const conditions = [
    ...(lead ? [lead] : [{ sql: 'draft = 0', values: [] }]),
    ...(query.after ? [afterCondition(query.order, query.after)] : []),
    ...(query.creator === undefined ? [] : [creatorCondition(query.creator, lead)]),
    ...tests.filter((test) => test !== lead).map(fieldCondition),
  ];
  return {
    sql: `SELECT images.sequence AS sequence, record FROM (
        SELECT uploaded, sequence FROM ${lead?.walk ?? 'images AS walk'}
        WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}
        ORDER BY uploaded ${direction}, sequence ${direction} LIMIT ? OFFSET ?
      ) AS page CROSS JOIN images ON images.sequence = page.sequence
      ORDER BY page.uploaded ${direction}, page.sequence ${direction}`,
    values: [...conditions.flatMap(({ values }) => values), query.limit + 1, query.offset ?? 0],
  };
}

// So many need not be sorted: a walk in upload order meets enough of them soon.
const manyRows = 10_000;

function pickLead(database: Database, tests: readonly FieldTest[]): FieldTest | undefined {
  const counted = tests.map((test) => ({ test, count: countRows(database, test) }));
  const [fewest] = counted.sort((a, b) => a.count - b.count);
  if (fewest && fewest.count < manyRows) return fewest.test;
  return tests.find(({ isOrdered }) => isOrdered);
}

function countRows(database: Database, { walk, sql, values }: FieldTest): number {
  const some = `SELECT 1 FROM ${walk} WHERE ${sql} LIMIT ${manyRows}`;
  return Number(database.row(`SELECT count(*) FROM (${some})`, ...values)?.[0]);
}

function afterCondition(
  order: ImageQuery['order'],
  { uploaded, sequence }: NonNullable<ImageQuery['after']>,
): Fragment {
  const sign = order === 'asc' ? '>' : '<';
  return { sql: `(uploaded, sequence) ${sign} (?, ?)`, values: [uploaded, sequence] };
}

function creatorCondition(creator: string | null, lead: FieldTest | undefined): Fragment {
  const other = 'SELECT 1 FROM images WHERE images.sequence = walk.sequence AND creator = ?';
  return { sql: lead ? `EXISTS (${other})` : 'creator = ?', values: [JSON.stringify(creator)] };
}

// The index is named because the one by number, which suits a single image badly, is preferred.
function fieldCondition({ sql, values }: FieldTest): Fragment {
  const rows = 'fields INDEXED BY fields_of_image';
  return {
    sql: `EXISTS (SELECT 1 FROM ${rows} WHERE fields.sequence = walk.sequence AND ${sql})`,
    values,
  };
}

/** The newest drafts, newest first. */
export function listDraftRows(database: Database, limit: number): StoredImage[] {
  const rows = database.rows(
    'SELECT record FROM images WHERE draft = 1 ORDER BY uploaded DESC, sequence DESC LIMIT ?',
    limit,
  );
  return rows.map((row) => JSON.parse(row[0] as string) as StoredImage);
}
