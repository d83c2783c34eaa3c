import type { Upload, UploadStatusWord } from '../src/upload/upload.js';
import type { UploadControl, UploadProgressState } from '../src/upload/upload-control.js';

/** A control without an engine: it shows what it is told, for states that are hard to reach live. */
export interface ScriptedControl extends UploadControl {
  set: (uploads: readonly Upload[]) => void;
  /** 0 to 1 of the bytes of one upload. */
  setFraction: (uploadId: string, fraction: number) => void;
  /** Every call that was made, in order: `cancel a1`. */
  readonly calls: readonly string[];
}

const ended: readonly UploadStatusWord[] = ['done', 'failed', 'rejected', 'canceled'];

/** Starts with a list and, for those that are sending, how far they are. */
export function createScriptedControl(
  initial: readonly Upload[] = [],
  fractions: Readonly<Record<string, number>> = {},
): ScriptedControl {
  let uploads = initial;
  const shown = new Map(Object.entries(fractions));
  const calls: string[] = [];
  const listeners = new Set<() => void>();
  const progressListeners = new Set<() => void>();

  const set = (next: readonly Upload[]) => {
    uploads = next;
    for (const listener of listeners) listener();
  };
  const change = (uploadId: string, to: (upload: Upload) => Upload | undefined) =>
    set(uploads.flatMap((upload) => (upload.uploadId === uploadId ? (to(upload) ?? []) : upload)));
  const progressOf = (one: Upload): UploadProgressState => {
    const fraction = one.status === 'done' ? 1 : (shown.get(one.uploadId) ?? 0);
    const totalBytes = one.file.size;
    return { loadedBytes: Math.floor(totalBytes * fraction), totalBytes, fraction };
  };

  return {
    calls,
    set,
    setFraction(uploadId, fraction) {
      shown.set(uploadId, fraction);
      for (const listener of progressListeners) listener();
    },
    getUploads: () => uploads,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => void listeners.delete(onChange);
    },
    getProgress(uploadId) {
      const all = uploads.filter((one) => uploadId === undefined || one.uploadId === uploadId);
      const parts = all.map(progressOf);
      const totalBytes = parts.reduce((sum, part) => sum + part.totalBytes, 0);
      const loadedBytes = parts.reduce((sum, part) => sum + part.loadedBytes, 0);
      return { loadedBytes, totalBytes, fraction: totalBytes ? loadedBytes / totalBytes : 0 };
    },
    subscribeProgress(onChange) {
      progressListeners.add(onChange);
      return () => void progressListeners.delete(onChange);
    },
    add(files) {
      const added = [...files].map((file, index): Upload => {
        const uploadId = `added-${uploads.length + index}`;
        return { uploadId, file, addedAt: 0, status: 'queued' };
      });
      calls.push(`add ${added.map(({ file }) => file.name).join(' ')}`);
      set([...uploads, ...added]);
      return added.map(({ uploadId }) => uploadId);
    },
    cancel(uploadId = 'all') {
      calls.push(`cancel ${uploadId}`);
      change(uploadId, ({ file, addedAt }) => ({ uploadId, file, addedAt, status: 'canceled' }));
    },
    retry(uploadId) {
      calls.push(`retry ${uploadId}`);
      change(uploadId, ({ file, addedAt }) => ({ uploadId, file, addedAt, status: 'queued' }));
    },
    remove(uploadId) {
      calls.push(`remove ${uploadId}`);
      change(uploadId, () => undefined);
    },
    clear() {
      calls.push('clear');
      set(uploads.filter(({ status }) => !ended.includes(status)));
    },
    settled: () => Promise.resolve(uploads),
    dispose: () => {},
  };
}
