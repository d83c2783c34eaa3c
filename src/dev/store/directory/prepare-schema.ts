import type { AccountState } from '../store.js';
import { writeAccount } from './account-rows.js';
import type { Database } from './open-database.js';

const version = 2;

// Ids and creators stand here as JSON text: libsql cuts plain text at a NUL character.
const firstSchema = `
  CREATE TABLE images (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    draft INTEGER NOT NULL,
    uploaded TEXT NOT NULL,
    creator TEXT NOT NULL,
    hash TEXT NOT NULL,
    record TEXT NOT NULL
  );
  CREATE INDEX images_in_order ON images (uploaded, sequence) WHERE draft = 0;
  CREATE INDEX images_of_creator ON images (creator, uploaded, sequence) WHERE draft = 0;
  CREATE INDEX images_of_hash ON images (hash);
  CREATE TABLE fields (
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    number REAL,
    uploaded TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (field, value, uploaded, sequence)
  ) WITHOUT ROWID;
  CREATE INDEX fields_of_image ON fields (sequence, field, value, number);
  CREATE TABLE variants (position INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
  CREATE TABLE keys (position INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, record TEXT NOT NULL);
  CREATE TABLE config (only INTEGER PRIMARY KEY CHECK (only = 1), record TEXT NOT NULL);
`;

// What version 2 has over version 1.
const secondSchema = `
  CREATE INDEX fields_by_number ON fields (field, number, uploaded, sequence) WHERE number IS NOT NULL;
  CREATE INDEX drafts_in_order ON images (uploaded, sequence) WHERE draft = 1;
  PRAGMA user_version = ${version};
`;

/** Makes the tables of a new folder and fills in its account, or brings those of an old one up. */
export function prepareSchema(database: Database, account: AccountState): void {
  // In one transaction, so that of two processes that open a new folder at once one makes it.
  database.write(() => {
    const found = Number(database.row('PRAGMA user_version')?.[0]);
    if (found === version) return;
    if (found !== 0 && found !== 1) {
      throw new Error(
        `The emulator's folder was written by another version (${found}; this one reads ${version} and older). Use another folder, or delete it.`,
      );
    }
    if (found === 0) database.exec(firstSchema);
    database.exec(secondSchema);
    if (found === 0) writeAccount(database, account);
  });
}
