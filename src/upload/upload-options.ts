import type { ImageRecord } from '../protocol/image-record.js';
import type { ImagesError } from '../protocol/images-error.js';
import type { FileChecks } from './check-file.js';
import type { ImageFacts } from './image-facts.js';
import type { HandlerConnection } from './handler-request.js';
import type { SendFile } from './transport.js';
import type { DoneUpload, FailedUpload, RejectedUpload, Upload } from './upload.js';

/** What an app wants to hear. Each is called once for what happened, with one object. */
export interface UploadCallbacks {
  /** The image is stored. */
  onStored?: ((event: { upload: DoneUpload; image: ImageRecord }) => void) | undefined;
  /** The image is not stored, after every attempt; or, with the code `outcome-unknown`, nobody can tell. */
  onFailed?: ((event: { upload: FailedUpload; error: ImagesError }) => void) | undefined;
  /** A check said no; nothing was sent. */
  onRejected?:
    | ((event: { upload: RejectedUpload; reasons: readonly ImagesError[] }) => void)
    | undefined;
  /** Nothing is at work any more. */
  onSettled?: ((event: { uploads: readonly Upload[] }) => void) | undefined;
}

/** Metadata for the ticket, or a function asked for each file. The handler keeps what it allows. */
export type UploadMetadata =
  | Record<string, unknown>
  | ((input: {
      file: File;
      /** Type, width and height, as read from the bytes. */
      facts: ImageFacts;
    }) => Record<string, unknown> | Promise<Record<string, unknown>>);

export interface UploadEngineOptions extends HandlerConnection, FileChecks, UploadCallbacks {
  metadata?: UploadMetadata | undefined;
  /** Files that upload at the same time. @default 3 */
  concurrency?: number | undefined;
  /** Files in the list that are queued, at work or stored; more are rejected. @default no limit */
  maxFiles?: number | undefined;
  /** How bytes are sent. @default `sendWithXhr` */
  transport?: SendFile | undefined;
  /** Without a byte or an answer for that long, in ms, the connection counts as lost. @default 60000 */
  stallMs?: number | undefined;
  /** Pause before the first repeat, in ms; it doubles with each one. @default 1000 */
  retryDelayMs?: number | undefined;
}
