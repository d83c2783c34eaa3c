import type { ImageFacts } from './image-facts.js';
import type { UploadEngineOptions } from './upload-options.js';
import type { UploadEvent } from './upload-step.js';

/** One file on its way, and all that the work on it may touch. */
export interface UploadRun {
  file: File;
  facts: ImageFacts;
  signal: AbortSignal;
  /**
   * Ids of images that may have arrived although nobody said so. Kept across `retry()`: they
   * are asked about before anything is sent again and before a failure is told.
   */
  doubts: Set<string>;
  /** The options as they are now. */
  options: () => UploadEngineOptions;
  dispatch: (event: UploadEvent) => void;
  /** Share of the bytes that left, 0 to 1. */
  report: (share: number) => void;
}
