import type { Upload } from '../upload/upload.js';
import type { UploadProgressState } from '../upload/upload-control.js';
import type { ErrorContext } from './error-words.js';
import { shownPercent } from './progress-frames.js';
import type { UploadLabels } from './upload-labels.js';

/** One line that says where an upload is, true at this moment. Not for `failed` and `rejected`. */
export function phaseWords(
  upload: Upload,
  progress: UploadProgressState,
  labels: UploadLabels,
): string {
  if (upload.status === 'done') return labels.done(upload.file);
  if (upload.status === 'canceled') return labels.canceled;
  if (upload.status !== 'uploading') return labels.queued;
  if (upload.phase === 'sending') {
    return labels.sending({ ...progress, percent: shownPercent(progress) });
  }
  if (upload.phase !== 'waiting') return labels[upload.phase];
  if (upload.waiting?.reason === 'offline') return labels.offline;
  const left = (upload.waiting?.until ?? 0) - Date.now();
  return labels.waiting(Math.max(0, Math.ceil(left / 1000)));
}

/** Every reason why an upload is not stored, in words; empty when there is none. */
export function problemWords(
  upload: Upload,
  labels: UploadLabels,
  context: ErrorContext = {},
): readonly string[] {
  const errors =
    upload.status === 'rejected'
      ? upload.reasons
      : upload.status === 'failed'
        ? [upload.error]
        : [];
  return errors.map((error) => labels.error(error, { ...context, file: upload.file }));
}
