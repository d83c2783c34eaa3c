import { createListeners } from './listeners.js';
import type { Upload } from './upload.js';
import type { UploadProgressState } from './upload-control.js';

// The bar stops short of full until Cloudflare has answered. The last progress event only
// says that the browser has handed over the bytes; a refusal may still follow, and a bar that
// fills up and then fails has already told the user something untrue.
const shareBeforeAnswer = 0.99;

/** What `getProgress` answers for an upload that is not there, and on the server. */
export const noProgress: UploadProgressState = { loadedBytes: 0, totalBytes: 0, fraction: 0 };

/** Hot state: bytes, kept apart from the list so that they never re-render it. */
export interface ProgressStore {
  get(uploadId?: string): UploadProgressState;
  /** `share` is 0 to 1 of what left the browser. */
  report(uploadId: string, share: number): void;
  /** The next total counts these; on a fresh batch, only these. */
  count(uploadIds: readonly string[], fresh: boolean): void;
  forget(uploadId: string): void;
  /** Call after the status of an upload changed. */
  changed(): void;
  subscribe(onChange: () => void): () => void;
}

/** Progress of the uploads that `find` knows. */
export function createProgressStore(find: (uploadId: string) => Upload | undefined): ProgressStore {
  const shown = new Map<string, number>();
  const cached = new Map<string | undefined, UploadProgressState>();
  const { notify, subscribe } = createListeners();
  let batch = new Set<string>();
  let shownTotal = 0;

  function one(uploadId: string): UploadProgressState {
    const upload = find(uploadId);
    if (!upload) return noProgress;
    const totalBytes = upload.file.size;
    if (upload.status === 'done') return { loadedBytes: totalBytes, totalBytes, fraction: 1 };
    const loadedBytes = shown.get(uploadId) ?? 0;
    return { loadedBytes, totalBytes, fraction: totalBytes ? loadedBytes / totalBytes : 0 };
  }

  function total(): UploadProgressState {
    let loadedBytes = 0;
    let totalBytes = 0;
    for (const uploadId of batch) {
      const upload = find(uploadId);
      // What failed stays in the sum: taking it out would move the bar back.
      if (!upload || upload.status === 'rejected' || upload.status === 'canceled') continue;
      loadedBytes += one(uploadId).loadedBytes;
      totalBytes += upload.file.size;
    }
    // A canceled file leaves the sum with all it had sent. The bar stands until the others
    // have caught up.
    if (totalBytes === 0) return noProgress;
    const fraction = Math.max(loadedBytes / totalBytes, Math.min(shownTotal, shareBeforeAnswer));
    return { loadedBytes: Math.round(fraction * totalBytes), totalBytes, fraction };
  }

  function changed() {
    shownTotal = total().fraction;
    notify();
  }

  return {
    get(uploadId) {
      const next = uploadId === undefined ? total() : one(uploadId);
      const before = cached.get(uploadId);
      if (
        before?.fraction === next.fraction &&
        before.loadedBytes === next.loadedBytes &&
        before.totalBytes === next.totalBytes
      ) {
        return before;
      }
      cached.set(uploadId, next);
      return next;
    },
    report(uploadId, share) {
      const size = find(uploadId)?.file.size ?? 0;
      const loaded = Math.floor(size * Math.min(share, shareBeforeAnswer));
      if (loaded <= (shown.get(uploadId) ?? 0)) return;
      shown.set(uploadId, loaded);
      changed();
    },
    count(uploadIds, fresh) {
      if (fresh) batch = new Set();
      for (const uploadId of uploadIds) batch.add(uploadId);
      // More bytes to send: the only time the total may go back.
      shownTotal = 0;
      changed();
    },
    forget(uploadId) {
      shown.delete(uploadId);
      cached.delete(uploadId);
      batch.delete(uploadId);
      changed();
    },
    changed,
    subscribe,
  };
}
