import type { AccountConfig, StoredKey, StoredVariant } from '../../stored-image.js';
import type { AccountState, Store } from '../store.js';
import type { Database } from './open-database.js';

/** The part of a store that is not about images. */
type AccountStore = Pick<
  Store,
  | 'listVariants'
  | 'getVariant'
  | 'addVariant'
  | 'putVariant'
  | 'deleteVariant'
  | 'listKeys'
  | 'addKey'
  | 'putKey'
  | 'deleteKey'
  | 'getConfig'
  | 'putConfig'
>;

type Table = 'variants' | 'keys';

/** Variants, keys and config, straight from the tables: another process may have changed them. */
export function createAccountRows(database: Database): AccountStore {
  return {
    listVariants: async () => readRecords<StoredVariant>(database, 'variants'),
    async getVariant(id) {
      const row = database.row('SELECT record FROM variants WHERE key = ?', JSON.stringify(id));
      return row && (JSON.parse(row[0] as string) as StoredVariant);
    },
    addVariant: async (variant, limit) =>
      database.write(() => {
        const key = JSON.stringify(variant.id);
        if (database.row('SELECT 1 FROM variants WHERE key = ?', key)) return 'taken';
        if (countRows(database, 'variants') >= limit) return 'full';
        putRecord(database, 'variants', variant.id, variant);
        return 'added';
      }),
    putVariant: async (variant) =>
      database.write(() => putRecord(database, 'variants', variant.id, variant)),
    deleteVariant: async (id) => database.write(() => deleteRecord(database, 'variants', id)),
    listKeys: async () => readRecords<StoredKey>(database, 'keys'),
    addKey: async (key) =>
      database.write(() => {
        if (database.row('SELECT 1 FROM keys WHERE key = ?', JSON.stringify(key.name))) {
          return false;
        }
        putRecord(database, 'keys', key.name, key);
        return true;
      }),
    putKey: async (key) => database.write(() => putRecord(database, 'keys', key.name, key)),
    deleteKey: async (name, fresh) =>
      database.write(() => {
        const isDeleted = deleteRecord(database, 'keys', name);
        if (countRows(database, 'keys') === 0) putRecord(database, 'keys', fresh.name, fresh);
        return isDeleted;
      }),
    getConfig: async () => readConfig(database),
    putConfig: async (config) => database.write(() => putConfig(database, config)),
  };
}

/** Everything but the images, as one value. */
export function readAccount(database: Database): AccountState {
  return {
    variants: readRecords<StoredVariant>(database, 'variants'),
    keys: readRecords<StoredKey>(database, 'keys'),
    config: readConfig(database),
  };
}

/** Replaces everything but the images. To be called inside a transaction. */
export function writeAccount(database: Database, account: AccountState): void {
  database.run('DELETE FROM variants');
  database.run('DELETE FROM keys');
  for (const variant of account.variants) putRecord(database, 'variants', variant.id, variant);
  for (const key of account.keys) putRecord(database, 'keys', key.name, key);
  putConfig(database, account.config);
}

function readConfig(database: Database): AccountConfig {
  const row = database.row('SELECT record FROM config');
  if (!row) throw new Error('The folder of the emulator has lost its config. Delete the folder.');
  return JSON.parse(row[0] as string) as AccountConfig;
}

function putConfig(database: Database, config: AccountConfig): void {
  database.run('INSERT OR REPLACE INTO config VALUES (1, ?)', JSON.stringify(config));
}

function readRecords<T>(database: Database, table: Table): T[] {
  const rows = database.rows(`SELECT record FROM ${table} ORDER BY position`);
  return rows.map((row) => JSON.parse(row[0] as string) as T);
}

function putRecord(database: Database, table: Table, key: string, record: unknown): void {
  database.run(
    `INSERT INTO ${table} (key, record) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET record = excluded.record`,
    JSON.stringify(key),
    JSON.stringify(record),
  );
}

function deleteRecord(database: Database, table: Table, key: string): boolean {
  return database.run(`DELETE FROM ${table} WHERE key = ?`, JSON.stringify(key)).changes > 0;
}

function countRows(database: Database, table: Table): number {
  return Number(database.row(`SELECT count(*) FROM ${table}`)?.[0]);
}
