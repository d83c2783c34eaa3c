import type { ImageRecord } from '../protocol/image-record.js';
import type { ImagesError } from '../protocol/images-error.js';

/**
 * What happens inside `uploading`. `requesting`: asking our server for a one-time URL.
 * `sending`: bytes are leaving. `finishing`: all bytes are handed over and no answer is here
 * yet. `verifying`: the outcome is not known and our server is asked about the image.
 * `waiting`: a pause before the next attempt. `preparing`: the app works on the file.
 */
export type UploadPhase =
  | 'preparing'
  | 'requesting'
  | 'sending'
  | 'finishing'
  | 'verifying'
  | 'waiting';

/** Why an upload pauses, and the time (ms, as of `Date.now()`) it goes on when that is known. */
export interface UploadWaiting {
  reason: 'retry' | 'offline';
  until?: number;
}

interface UploadBase {
  /** Ours, and never made of the name and size: two equal files are two uploads. */
  readonly uploadId: string;
  readonly file: File;
  /** When it was added: ms, as of `Date.now()`. */
  readonly addedAt: number;
}

/** Stopped by a check before anything was sent. Carries every reason, not only the first. */
export interface RejectedUpload extends UploadBase {
  readonly status: 'rejected';
  readonly reasons: readonly ImagesError[];
}

/** Being checked, or waiting for a place among those that upload at the same time. */
export interface QueuedUpload extends UploadBase {
  readonly status: 'queued';
}

/** At work. Automatic attempts stay in here; `attempt` counts them from 1. */
export interface ActiveUpload extends UploadBase {
  readonly status: 'uploading';
  readonly phase: UploadPhase;
  readonly attempt: number;
  /** The id the image will have, from the moment a ticket was given. */
  readonly imageId?: string;
  /** Present in the phase `waiting` only. */
  readonly waiting?: UploadWaiting;
}

/** Stored: Cloudflare said so, or our server did when Cloudflare's answer was lost. */
export interface DoneUpload extends UploadBase {
  readonly status: 'done';
  readonly imageId: string;
  readonly image: ImageRecord;
}

/** Not stored, as far as anybody can tell. `retry` goes on from here. */
export interface FailedUpload extends UploadBase {
  readonly status: 'failed';
  readonly error: ImagesError;
  readonly imageId?: string;
}

/** Stopped by the user. It never changes again. */
export interface CanceledUpload extends UploadBase {
  readonly status: 'canceled';
}

/** One file on its way, told apart by `status`. Never changed in place. */
export type Upload =
  | RejectedUpload
  | QueuedUpload
  | ActiveUpload
  | DoneUpload
  | FailedUpload
  | CanceledUpload;

/** The word that tells uploads apart. */
export type UploadStatusWord = Upload['status'];

/** True while an upload still has something to do. */
export function isBusyUpload(upload: Upload): boolean {
  return upload.status === 'queued' || upload.status === 'uploading';
}
