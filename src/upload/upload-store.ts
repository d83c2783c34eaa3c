import { createListeners } from './listeners.js';
import type { Upload } from './upload.js';
import { stepUpload, type UploadEvent } from './upload-step.js';

/** The list of uploads: cold state, which changes a handful of times for each file. */
export interface UploadStore {
  list(): readonly Upload[];
  get(uploadId: string): Upload | undefined;
  add(uploads: readonly Upload[]): void;
  remove(uploadId: string): void;
  /** Answers the new state, or undefined when the event changed nothing. */
  dispatch(uploadId: string, event: UploadEvent): Upload | undefined;
  subscribe(onChange: () => void): () => void;
}

/** An empty list. Listeners are called after each change, in the order they came. */
export function createUploadStore(): UploadStore {
  const uploads = new Map<string, Upload>();
  const { notify, subscribe } = createListeners();
  let snapshot: readonly Upload[] | undefined;

  function changed() {
    snapshot = undefined;
    notify();
  }

  return {
    list: () => (snapshot ??= [...uploads.values()]),
    get: (uploadId) => uploads.get(uploadId),
    add(added) {
      for (const upload of added) uploads.set(upload.uploadId, upload);
      if (added.length > 0) changed();
    },
    remove(uploadId) {
      if (uploads.delete(uploadId)) changed();
    },
    dispatch(uploadId, event) {
      const before = uploads.get(uploadId);
      if (before === undefined) return undefined;
      const after = stepUpload(before, event);
      if (after === before) return undefined;
      uploads.set(uploadId, after);
      changed();
      return after;
    },
    subscribe,
  };
}
