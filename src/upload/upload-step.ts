import type { ImageRecord } from '../protocol/image-record.js';
import type { ImagesError } from '../protocol/images-error.js';
import type { ActiveUpload, Upload, UploadWaiting } from './upload.js';

/** Everything that can happen to an upload. */
export type UploadEvent =
  | { type: 'refused'; reasons: readonly ImagesError[] }
  | { type: 'started' }
  | { type: 'requesting'; attempt: number }
  | { type: 'sending'; imageId: string }
  | { type: 'handed-over' }
  | { type: 'verifying'; imageId: string }
  | { type: 'waiting'; waiting: UploadWaiting }
  | { type: 'stored'; image: ImageRecord }
  | { type: 'failed'; error: ImagesError }
  | { type: 'canceled' }
  | { type: 'retried' };

/**
 * The next state. An event that has no business in this one (late progress after a cancel, a
 * second answer, a start of what is done) answers the very same object, so that a caller sees
 * with `===` that nothing happened.
 */
export function stepUpload(upload: Upload, event: UploadEvent): Upload {
  const { uploadId, file, addedAt } = upload;
  const base = { uploadId, file, addedAt };
  if (upload.status === 'queued') {
    if (event.type === 'refused') return { ...base, status: 'rejected', reasons: event.reasons };
    if (event.type === 'canceled') return { ...base, status: 'canceled' };
    if (event.type === 'started') {
      return { ...base, status: 'uploading', phase: 'requesting', attempt: 1 };
    }
  }
  if (upload.status === 'failed' && event.type === 'retried') return { ...base, status: 'queued' };
  return upload.status === 'uploading' ? stepActive(upload, event) : upload;
}

function stepActive(upload: ActiveUpload, event: UploadEvent): Upload {
  const { uploadId, file, addedAt, attempt, imageId } = upload;
  const base = { uploadId, file, addedAt };
  const known = imageId === undefined ? {} : { imageId };
  const active = { ...base, status: 'uploading', attempt, ...known } as const;
  switch (event.type) {
    case 'requesting': {
      // Without the id: it was for the attempt before, and the next one gets another.
      return { ...base, status: 'uploading', phase: event.type, attempt: event.attempt };
    }
    case 'sending':
    case 'verifying':
      return { ...active, phase: event.type, imageId: event.imageId };
    case 'handed-over':
      return upload.phase === 'sending' ? { ...active, phase: 'finishing' } : upload;
    case 'waiting':
      return { ...active, phase: event.type, waiting: event.waiting };
    case 'stored':
      return { ...base, status: 'done', imageId: event.image.id, image: event.image };
    case 'failed':
      return { ...base, status: event.type, error: event.error, ...known };
    case 'canceled':
      return { ...base, status: event.type };
  }
  return upload;
}
