import type { StoredImage } from '../../stored-image.js';
import { flattenMeta } from '../flatten-meta.js';
import type { Database } from './open-database.js';

/** An image with its place in the upload order. */
export interface ImageRow {
  sequence: number;
  image: StoredImage;
}

/** The row of that id. */
export function readImageRow(database: Database, id: string): ImageRow | undefined {
  const row = database.row('SELECT sequence, record FROM images WHERE key = ?', JSON.stringify(id));
  return row && { sequence: Number(row[0]), image: JSON.parse(row[1] as string) as StoredImage };
}

/** Writes a row and the index of its metadata; without a sequence, at the end of the order. */
export function insertImageRow(database: Database, image: StoredImage, sequence?: number): void {
  const { rowId } = database.run(
    'INSERT INTO images (sequence, key, draft, uploaded, creator, hash, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
    sequence ?? null,
    JSON.stringify(image.id),
    image.draft ? 1 : 0,
    image.uploaded,
    JSON.stringify(image.creator),
    image.hash,
    JSON.stringify(image),
  );
  if (image.draft) return;
  for (const { field, value } of flattenMeta(image.meta)) {
    database.run(
      'INSERT INTO fields (field, value, number, uploaded, sequence) VALUES (?, ?, ?, ?, ?)',
      field,
      JSON.stringify(value),
      typeof value === 'number' ? value : null,
      image.uploaded,
      rowId,
    );
  }
}

/** Removes a row and the index of its metadata. */
export function deleteImageRow(database: Database, sequence: number): void {
  database.run('DELETE FROM fields WHERE sequence = ?', sequence);
  database.run('DELETE FROM images WHERE sequence = ?', sequence);
}

/** Whether any image has these bytes. */
export function isHashUsed(database: Database, hash: string): boolean {
  return database.row('SELECT 1 FROM images WHERE hash = ? LIMIT 1', hash) !== undefined;
}
