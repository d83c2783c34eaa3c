import type { Upload } from './upload.js';

/** How far an upload, or a batch, has come. */
export interface UploadProgressState {
  /** Bytes as shown: they never go back, not even when an attempt starts anew. */
  readonly loadedBytes: number;
  readonly totalBytes: number;
  /** 0 to 1. It is 1 only when Cloudflare has the image. */
  readonly fraction: number;
}

/**
 * The handle of an engine: what views read and what buttons call. Every function is bound, so
 * it can be handed on by itself, and keeps its identity for the life of the control.
 */
export interface UploadControl {
  /** The list, oldest first. The same array until something in it changed. */
  getUploads(this: void): readonly Upload[];
  /** Called after a status or phase changed; never for bytes. */
  subscribe(this: void, onChange: () => void): () => void;
  /** Of one upload, or of the current batch by bytes. The same object until it changed. */
  getProgress(this: void, uploadId?: string): UploadProgressState;
  /** Called whenever bytes moved, which may be often: wait for a frame before painting. */
  subscribeProgress(this: void, onChange: () => void): () => void;
  /** Checks and uploads files; answers their upload ids in the same order. */
  add(this: void, files: Iterable<File>): readonly string[];
  /** Stops one upload, or all. Nothing is sent for it afterwards. */
  cancel(this: void, uploadId?: string): void;
  /** Starts a failed upload again. */
  retry(this: void, uploadId: string): void;
  /** Takes an upload off the list, stopping it when it is at work. */
  remove(this: void, uploadId: string): void;
  /** Takes all that are finished off the list. */
  clear(this: void): void;
  /** Resolves with the list once nothing is at work. Never rejects. */
  settled(this: void): Promise<readonly Upload[]>;
  /** Stops everything without calling `onSettled`. Files added later start again. */
  dispose(this: void): void;
}
