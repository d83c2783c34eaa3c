import { ImagesError } from '../src/protocol/images-error.js';
import type { ErrorCode } from '../src/protocol/error-codes.js';
import type { Upload, UploadPhase, UploadWaiting } from '../src/upload/upload.js';

let made = 0;

function base(file: File) {
  made += 1;
  return { uploadId: `sample-${made}`, file, addedAt: 0 };
}

/** An upload at work, in the given phase. */
export function uploading(file: File, phase: UploadPhase, waiting?: UploadWaiting): Upload {
  const upload = { ...base(file), status: 'uploading' as const, phase, attempt: 1 };
  return waiting ? { ...upload, waiting } : upload;
}

/** An upload that has not begun. */
export function queued(file: File): Upload {
  return { ...base(file), status: 'queued' };
}

/** An upload that is stored. */
export function stored(file: File): Upload {
  const upload = base(file);
  return {
    ...upload,
    status: 'done',
    imageId: upload.uploadId,
    image: record(upload.uploadId, file.name),
  };
}

/** An upload that failed. */
export function failed(file: File, code: ErrorCode): Upload {
  return { ...base(file), status: 'failed', error: new ImagesError(code, code) };
}

/** An upload that a check refused, for each of these reasons. */
export function rejected(file: File, ...codes: readonly ErrorCode[]): Upload {
  return {
    ...base(file),
    status: 'rejected',
    reasons: codes.map((code) => new ImagesError(code, code)),
  };
}

/** An upload that was stopped by the person. */
export function canceled(file: File): Upload {
  return { ...base(file), status: 'canceled' };
}

/** A record of an image as the handler lists it. */
export function record(id: string, filename: string) {
  return {
    id,
    filename,
    uploaded: '2026-11-22T12:00:00Z',
    requireSignedURLs: false,
    variants: [],
    meta: {},
    creator: null,
    draft: false,
  };
}

/** A file of that size that holds nothing to look at. */
export function blankFile(name: string, bytes: number, type = ''): File {
  return new File([new Uint8Array(bytes)], name, { type });
}
