import { ImagesError } from '../../../protocol/images-error.js';

type Value = string | number | null;
type Row = readonly unknown[];

/** The little of SQLite that the store needs. Every call is synchronous. */
export interface Database {
  /** How many rows the statement changed, and the row id it made. */
  run(sql: string, ...values: Value[]): { changes: number; rowId: number };
  row(sql: string, ...values: Value[]): Row | undefined;
  rows(sql: string, ...values: Value[]): readonly Row[];
  exec(sql: string): void;
  /**
   * Runs `step` as one transaction that holds the write lock from its start, against other
   * processes too. `step` must not wait: nothing else may use the connection meanwhile.
   */
  write<T>(step: () => T): T;
  close(): void;
}

/** Opens a database file, in the mode in which a commit survives a crash of the machine. */
export async function openDatabase(path: string): Promise<Database> {
  const Libsql = await importLibsql();
  const connection = new Libsql(path);
  const statements = new Map<string, ReturnType<typeof connection.prepare<Value[]>>>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare<Value[]>(sql);
    // Rows as lists: as objects they carry a property of libsql's own.
    if (statement.reader) statement.raw();
    statements.set(sql, statement);
    return statement;
  };
  connection.exec('PRAGMA busy_timeout = 10000');
  connection.exec('PRAGMA journal_mode = WAL');
  connection.exec('PRAGMA synchronous = FULL');
  return {
    run(sql, ...values) {
      const { changes, lastInsertRowid } = prepare(sql).run(...values);
      return { changes, rowId: Number(lastInsertRowid) };
    },
    row: (sql, ...values) => prepare(sql).get(...values) as Row | undefined,
    rows: (sql, ...values) => prepare(sql).all(...values) as Row[],
    exec: (sql) => void connection.exec(sql),
    write(step) {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const result = step();
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        connection.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => void connection.close(),
  };
}

async function importLibsql() {
  try {
    return (await import('libsql')).default;
  } catch (cause) {
    throw new ImagesError(
      'peer-missing',
      'The emulator keeps a folder with the package "libsql", which could not be loaded. Install it: npm install --save-dev libsql',
      { cause },
    );
  }
}
