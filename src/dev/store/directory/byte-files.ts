import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { WriteStep } from './write-step.js';

/** Bytes in files, one for each hash. A file under its final name is always whole. */
export interface ByteFiles {
  read(hash: string): Promise<Uint8Array | undefined>;
  /** Writes bytes under a temporary name, down to the disk. Nobody can see them yet. */
  prepare(bytes: Uint8Array): Promise<string>;
  /** Gives a prepared file its final name. To be called under the write lock. */
  place(temporary: string, hash: string): void;
  has(hash: string): boolean;
  /** Removes a prepared file, if it was not placed. */
  discard(temporary: string): Promise<void>;
  /** Removes a final file. To be called under the write lock. */
  remove(hash: string): void;
  /** The hashes of all final files. */
  list(): string[];
}

// A writer that has not finished within a day is not going to.
const staleMs = 86_400_000;

/** Opens, or makes, the two folders below `directory` and clears what a crash has left. */
export function openByteFiles(directory: string, onStep: (step: WriteStep) => void): ByteFiles {
  const finals = join(directory, 'bytes');
  const incoming = join(directory, 'incoming');
  mkdirSync(finals, { recursive: true });
  mkdirSync(incoming, { recursive: true });
  removeStale(incoming);
  // Two letters of folder in between keep folders small.
  const folderOf = (hash: string) => join(finals, hash.slice(0, 2));
  const pathOf = (hash: string) => join(folderOf(hash), hash);
  return {
    async read(hash) {
      try {
        return new Uint8Array(await readFile(pathOf(hash)));
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async prepare(bytes) {
      const temporary = join(incoming, crypto.randomUUID());
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        onStep('temporary-written');
        await file.sync();
        onStep('temporary-synced');
        return temporary;
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      } finally {
        await file.close();
      }
    },
    place(temporary, hash) {
      if (mkdirSync(folderOf(hash), { recursive: true })) syncFolder(finals);
      renameSync(temporary, pathOf(hash));
      onStep('file-placed');
      syncFolder(folderOf(hash));
      onStep('folder-synced');
    },
    has: (hash) => existsSync(pathOf(hash)),
    discard: (temporary) => rm(temporary, { force: true }),
    remove: (hash) => rmSync(pathOf(hash), { force: true }),
    list: () => readdirSync(finals).flatMap((folder) => readdirSync(join(finals, folder))),
  };
}

function removeStale(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > staleMs) rmSync(path, { force: true });
  }
}

// A new name is only safe once its folder is on the disk. Windows has no such call for folders.
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
