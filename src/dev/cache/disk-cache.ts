import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rendering } from '../render/renderer.js';
import type { OutputCache } from './output-cache.js';
import { packRendering, unpackRendering } from './packed-rendering.js';

export interface DiskCacheOptions {
  directory: string;
  /** @default 512 MB */
  maxBytes?: number;
}

interface Entry {
  bytes: number;
  usedAt: number;
}

const isLeftover = (name: string) => name.endsWith('.part');
const isEntry = (name: string) => /^[0-9a-f]{64}$/.test(name);

/**
 * Finished images in files, so that a restart does not draw everything again. Bounded in bytes,
 * the ones unused for longest go first. Written under another name and renamed, never synced:
 * a file that was damaged or cut short is a miss, and losing all of them costs time only. Two
 * processes may share the folder; each may find that the other has removed something.
 */
export function createDiskCache({
  directory,
  maxBytes = 512 * 1024 * 1024,
}: DiskCacheOptions): OutputCache {
  let reading: Promise<Map<string, Entry>> | undefined;
  let total = 0;

  async function readIndex(): Promise<Map<string, Entry>> {
    await mkdir(directory, { recursive: true });
    const entries = new Map<string, Entry>();
    for (const name of await readdir(directory)) {
      if (isLeftover(name)) await rm(join(directory, name), { force: true });
      if (!isEntry(name)) continue;
      const { size, mtimeMs } = await stat(join(directory, name)).catch(() => ({
        size: 0,
        mtimeMs: 0,
      }));
      entries.set(name, { bytes: size, usedAt: mtimeMs });
      total += size;
    }
    return entries;
  }
  const index = () => (reading ??= readIndex());

  // A key never enters a path, whatever stands in it.
  const nameOf = (key: string) => createHash('sha256').update(key).digest('hex');

  async function forget(entries: Map<string, Entry>, name: string): Promise<void> {
    total -= entries.get(name)?.bytes ?? 0;
    entries.delete(name);
    await rm(join(directory, name), { force: true });
  }

  async function makeRoom(entries: Map<string, Entry>): Promise<void> {
    if (total <= maxBytes) return;
    const oldestFirst = [...entries].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [name] of oldestFirst) {
      // Some room to spare: sorting for every single image would cost more than it saves.
      if (total <= maxBytes * 0.9) return;
      await forget(entries, name);
    }
  }

  return {
    async get(key) {
      const entries = await index();
      const name = nameOf(key);
      const path = join(directory, name);
      // Asked of the disk, not of the index: another process may have written it.
      const packed = await readFile(path).catch(() => undefined);
      if (packed === undefined) return undefined;
      const rendering = unpackRendering(packed);
      if (rendering === undefined) {
        await forget(entries, name);
        return undefined;
      }
      const now = new Date();
      if (!entries.has(name)) total += packed.length;
      entries.set(name, { bytes: packed.length, usedAt: now.getTime() });
      await utimes(path, now, now).catch(() => undefined);
      return rendering;
    },
    async put(key: string, rendering: Rendering) {
      const entries = await index();
      const packed = packRendering(rendering);
      if (packed.length > maxBytes) return;
      const name = nameOf(key);
      const draft = join(directory, `${randomUUID()}.part`);
      try {
        await writeFile(draft, packed);
        await rename(draft, join(directory, name));
      } catch {
        // A full disk, or a folder swept by another process: the image is made, and is sent.
        await rm(draft, { force: true }).catch(() => undefined);
        return;
      }
      total += packed.length - (entries.get(name)?.bytes ?? 0);
      entries.set(name, { bytes: packed.length, usedAt: Date.now() });
      await makeRoom(entries);
    },
    async clear() {
      const entries = await index();
      for (const name of [...entries.keys()]) await forget(entries, name);
    },
  };
}
