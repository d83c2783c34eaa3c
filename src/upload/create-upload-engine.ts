import { ImagesError } from '../protocol/images-error.js';
import type { ImageFacts } from './image-facts.js';
import { createLimiter } from './limiter.js';
import { createProgressStore } from './progress-store.js';
import { loadUploadWork, type UploadWork } from './load-upload-work.js';
import { isBusyUpload, type Upload } from './upload.js';
import type { UploadControl } from './upload-control.js';
import type { UploadEngineOptions } from './upload-options.js';
import type { UploadEvent } from './upload-step.js';
import { createUploadStore } from './upload-store.js';

/** What belongs to an upload and is nobody else's business. */
interface Work {
  stop: AbortController;
  doubts: Set<string>;
  facts: ImageFacts;
  run?: UploadWork['runUpload'];
}

const defaultConcurrency = 3;
const filesReadAtOnce = 4;

/**
 * Uploads files straight to Cloudflare, with tickets of the app's own server. Nothing happens
 * until `add`. Give a function to have the options looked up anew each time one is needed.
 */
export function createUploadEngine(
  given: UploadEngineOptions | (() => UploadEngineOptions) = {},
): UploadControl {
  const options = typeof given === 'function' ? given : () => given;
  const store = createUploadStore();
  const progress = createProgressStore(store.get);
  const works = new Map<string, Work>();
  const limitChecks = createLimiter(() => filesReadAtOnce);
  const limitUploads = createLimiter(() => options().concurrency ?? defaultConcurrency);
  const settling = new Set<(uploads: readonly Upload[]) => void>();
  let busy = false;
  let silent = false;

  function dispatch(uploadId: string, event: UploadEvent) {
    const upload = store.dispatch(uploadId, event);
    if (!upload) return;
    progress.changed();
    announce(upload);
    settle();
  }

  function announce(upload: Upload) {
    const { onStored, onFailed, onRejected } = options();
    if (upload.status === 'done') call(onStored, { upload, image: upload.image });
    if (upload.status === 'failed') call(onFailed, { upload, error: upload.error });
    if (upload.status === 'rejected') call(onRejected, { upload, reasons: upload.reasons });
  }

  function settle() {
    const uploads = store.list();
    if (!busy || uploads.some(isBusyUpload)) return;
    busy = false;
    if (!silent) call(options().onSettled, { uploads });
    for (const resolve of settling) resolve(uploads);
    settling.clear();
  }

  function enqueue(uploadId: string) {
    const upload = store.get(uploadId);
    const work = works.get(uploadId);
    if (!upload || !work) return;
    const { stop, doubts, facts, run } = work;
    limitUploads(async () => {
      if (stop.signal.aborted) return;
      await run?.({
        file: upload.file,
        facts,
        signal: stop.signal,
        doubts,
        options,
        dispatch: (event) => dispatch(uploadId, event),
        report: (share) => progress.report(uploadId, share),
      });
    });
  }

  async function check(uploadId: string, file: File, earlier: readonly ImagesError[]) {
    const work = works.get(uploadId);
    if (!work || work.stop.signal.aborted) return;
    try {
      const { checkFile, runUpload } = await loadUploadWork();
      const { facts, reasons } = await checkFile(file, options());
      const all = [...earlier, ...reasons];
      if (all.length > 0) return dispatch(uploadId, { type: 'refused', reasons: all });
      work.facts = facts;
      work.run = runUpload;
      enqueue(uploadId);
    } catch (cause) {
      const words = `${file.name} could not be checked (${cause}). Add it again.`;
      const reasons = [new ImagesError('file-unreadable', words, { cause })];
      dispatch(uploadId, { type: 'refused', reasons });
    }
  }

  function tooMany(used: number): readonly ImagesError[] {
    const { maxFiles = Number.POSITIVE_INFINITY } = options();
    if (used < maxFiles) return [];
    const words = `Only ${maxFiles} ${maxFiles === 1 ? 'file' : 'files'} can be chosen.`;
    return [new ImagesError('too-many-files', words)];
  }

  function cancel(uploadId?: string) {
    for (const upload of store.list()) {
      if (uploadId !== undefined && upload.uploadId !== uploadId) continue;
      if (!isBusyUpload(upload)) continue;
      works.get(upload.uploadId)?.stop.abort();
      dispatch(upload.uploadId, { type: 'canceled' });
    }
  }

  function remove(uploadId: string) {
    cancel(uploadId);
    works.delete(uploadId);
    store.remove(uploadId);
    progress.forget(uploadId);
  }

  return {
    getUploads: store.list,
    subscribe: store.subscribe,
    getProgress: progress.get,
    subscribeProgress: progress.subscribe,
    add(files) {
      const taken = ['queued', 'uploading', 'done'];
      let used = store.list().filter((upload) => taken.includes(upload.status)).length;
      const added = [...files].map((file) => {
        const uploadId = createUploadId();
        works.set(uploadId, {
          stop: new AbortController(),
          doubts: new Set(),
          facts: { type: '', label: '' },
        });
        const upload: Upload = { uploadId, file, addedAt: Date.now(), status: 'queued' };
        return { upload, earlier: tooMany(used++) };
      });
      const uploadIds = added.map(({ upload }) => upload.uploadId);
      if (added.length === 0) return uploadIds;
      store.add(added.map(({ upload }) => upload));
      progress.count(uploadIds, !busy);
      busy = true;
      for (const { upload, earlier } of added) {
        limitChecks(() => check(upload.uploadId, upload.file, earlier));
      }
      return uploadIds;
    },
    cancel,
    retry(uploadId) {
      const work = works.get(uploadId);
      if (store.get(uploadId)?.status !== 'failed' || !work) return;
      works.set(uploadId, { ...work, stop: new AbortController() });
      progress.count([uploadId], !busy);
      busy = true;
      dispatch(uploadId, { type: 'retried' });
      enqueue(uploadId);
    },
    remove,
    clear() {
      for (const upload of store.list()) if (!isBusyUpload(upload)) remove(upload.uploadId);
    },
    settled: () =>
      busy ? new Promise((resolve) => settling.add(resolve)) : Promise.resolve(store.list()),
    dispose() {
      silent = true;
      cancel();
      silent = false;
    },
  };
}

let lastUploadNumber = 0;

function createUploadId(): string {
  lastUploadNumber += 1;
  return `upload-${lastUploadNumber}`;
}

// A callback that throws is the app's bug: it is shown as one, and the upload goes on.
function call<Event>(callback: ((event: Event) => void) | undefined, event: Event) {
  try {
    callback?.(event);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
