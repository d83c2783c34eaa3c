import type { ImageRecord } from '../protocol/image-record.js';
import { createListeners } from '../upload/listeners.js';

/** What this page did to the images of the account, and when (ms, as of `Date.now()`). */
export interface ListChanges {
  /** Newest first. */
  readonly added: readonly { readonly image: ImageRecord; readonly at: number }[];
  /** By image id. Infinity while the deletion is under way. */
  readonly removed: ReadonlyMap<string, number>;
}

/**
 * The changes that every list shows at once, before any server has been asked. They are kept
 * beside the pages and not written into them: a page fetched a moment too early would undo them.
 */
export interface ListChangesStore {
  get(): ListChanges;
  subscribe(onChange: () => void): () => void;
  add(image: ImageRecord): void;
  /** Hides an image. `done` tells that it is deleted, not only about to be. */
  remove(imageId: string, done: boolean): void;
  /** Shows it again. */
  restore(imageId: string): void;
}

/**
 * A list of the service may lag behind what was just stored or deleted. After this long (ms) it
 * is believed: what it does not have is gone, whoever deleted it.
 */
export const lagMs = 60_000;

/** No changes yet. */
export function createListChanges(): ListChangesStore {
  const listeners = createListeners();
  let lists = 0;
  let changes: ListChanges = { added: [], removed: new Map() };

  function change(imageId: string, next: Partial<ListChanges>, removedAt?: number) {
    const removed = new Map(changes.removed);
    removed.delete(imageId);
    if (removedAt !== undefined) removed.set(imageId, removedAt);
    changes = { ...changes, ...next, removed };
    listeners.notify();
  }

  return {
    get: () => changes,
    subscribe(onChange) {
      // Not while a list is shown: its pages may be older than an upload. The first one to come
      // fetches its own, and what was added longer ago than the lag is in them.
      if (lists === 0) {
        const since = Date.now() - lagMs;
        changes = { ...changes, added: changes.added.filter(({ at }) => at > since) };
      }
      lists += 1;
      const stop = listeners.subscribe(onChange);
      return () => {
        lists -= 1;
        stop();
      };
    },
    add(image) {
      const others = changes.added.filter((entry) => entry.image.id !== image.id);
      change(image.id, { added: [{ image, at: Date.now() }, ...others] });
    },
    remove: (imageId, done) => change(imageId, {}, done ? Date.now() : Number.POSITIVE_INFINITY),
    restore: (imageId) => change(imageId, {}),
  };
}
