import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredImage } from '../../stored-image.js';
import { createInitialAccount } from '../create-initial-account.js';
import { missingBytes } from '../shared-bytes.js';
import type { AccountState, Store } from '../store.js';
import { createAccountRows, readAccount, writeAccount } from './account-rows.js';
import { openByteFiles } from './byte-files.js';
import {
  deleteImageRow,
  type ImageRow,
  insertImageRow,
  isHashUsed,
  readImageRow,
} from './image-rows.js';
import { listDraftRows, listImageRows } from './list-rows.js';
import { openDatabase } from './open-database.js';
import { prepareSchema } from './prepare-schema.js';
import type { WriteStep } from './write-step.js';

export interface DirectoryStoreOptions {
  directory: string;
  /** What a new folder starts with. */
  account?: AccountState;
  onStep?: (step: WriteStep) => void;
}

/**
 * Opens a folder that survives restarts and may be shared with other processes: metadata in
 * SQLite, bytes in files. Bytes reach the disk before the row that names them is committed, and
 * leave it only after the last such row is gone; both under the database's write lock.
 */
export async function openDirectoryStore(options: DirectoryStoreOptions): Promise<Store> {
  const { directory, account = createInitialAccount(), onStep = () => {} } = options;
  mkdirSync(directory, { recursive: true });
  const database = await openDatabase(join(directory, 'images.sqlite'));
  prepareSchema(database, account);
  const files = openByteFiles(directory, onStep);

  const removeUnused = (hashes: readonly string[]) => {
    // A step of its own: removed inside the other one, a crash before its commit would leave
    // a row without bytes.
    for (const hash of hashes.filter((name) => name !== '')) {
      database.write(() => {
        if (isHashUsed(database, hash)) return;
        files.remove(hash);
        onStep('file-removed');
      });
    }
  };
  const writeWith = async <T>(
    bytes: Uint8Array | undefined,
    step: (place: (image: StoredImage) => void) => T,
  ): Promise<T> => {
    const temporary = bytes && (await files.prepare(bytes));
    let placedHash: string | undefined;
    const place = ({ hash, draft }: StoredImage) => {
      onStep('row-written');
      if (draft) return;
      if (temporary) {
        placedHash = hash;
        files.place(temporary, hash);
      } else if (!files.has(hash)) {
        throw missingBytes(hash);
      }
    };
    try {
      const result = database.write(() => step(place));
      onStep('committed');
      return result;
    } catch (error) {
      // Rolled back, so a file that already has its name may belong to nobody.
      if (placedHash !== undefined) removeUnused([placedHash]);
      throw error;
    } finally {
      if (temporary) await files.discard(temporary);
    }
  };
  removeUnused(files.list().filter((hash) => !isHashUsed(database, hash)));

  const replace = (row: ImageRow, next: StoredImage) => {
    deleteImageRow(database, row.sequence);
    // The place in the list is the moment the bytes came; later changes keep it.
    insertImageRow(database, next, row.image.draft ? undefined : row.sequence);
  };

  return {
    ...createAccountRows(database),
    getImage: async (id) => readImageRow(database, id)?.image,
    readBytes: (hash) => files.read(hash),
    addImage: (image, bytes) =>
      writeWith(bytes, (place) => {
        if (readImageRow(database, image.id)) return false;
        insertImageRow(database, image);
        place(image);
        return true;
      }),
    async changeImage(id, change, bytes) {
      let oldHash = '';
      const changed = await writeWith(bytes, (place) => {
        const row = readImageRow(database, id);
        const next = row && change(row.image);
        if (!row || !next || (next.id !== id && readImageRow(database, next.id))) return undefined;
        oldHash = row.image.hash;
        replace(row, next);
        place(next);
        return next;
      });
      if (changed && changed.hash !== oldHash) removeUnused([oldHash]);
      return changed;
    },
    async putImage(image, bytes) {
      let oldHash = '';
      await writeWith(bytes, (place) => {
        const row = readImageRow(database, image.id);
        if (row) replace(row, image);
        else insertImageRow(database, image);
        oldHash = row?.image.hash ?? '';
        place(image);
      });
      if (oldHash !== image.hash) removeUnused([oldHash]);
    },
    async deleteImage(id) {
      const row = database.write(() => {
        const found = readImageRow(database, id);
        if (found) deleteImageRow(database, found.sequence);
        return found;
      });
      onStep('committed');
      if (row) removeUnused([row.image.hash]);
      return row !== undefined;
    },
    listImages: async (query) => listImageRows(database, query),
    listDrafts: async (limit) => listDraftRows(database, limit),
    countImages: async () =>
      Number(database.row('SELECT count(*) FROM images WHERE draft = 0')?.[0]),

    async readAll() {
      const rows = database.rows('SELECT record FROM images ORDER BY draft, uploaded, sequence');
      const images = rows.map((row) => JSON.parse(row[0] as string) as StoredImage);
      const bytes = new Map<string, Uint8Array>();
      for (const { hash } of images) {
        const data = bytes.has(hash) || hash === '' ? undefined : await files.read(hash);
        if (data) bytes.set(hash, data);
      }
      return { images, bytes, ...readAccount(database) };
    },
    async replaceAll(contents) {
      const prepared = new Map<string, string>();
      for (const [hash, bytes] of contents.bytes) prepared.set(hash, await files.prepare(bytes));
      const oldHashes = files.list();
      database.write(() => {
        database.run('DELETE FROM fields');
        database.run('DELETE FROM images');
        writeAccount(database, contents);
        for (const image of contents.images) insertImageRow(database, image);
        for (const [hash, temporary] of prepared) files.place(temporary, hash);
      });
      removeUnused(oldHashes);
    },
    close: async () => database.close(),
  };
}
