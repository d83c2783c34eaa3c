import type { ImagesError } from '../protocol/images-error.js';
import type { UploadProgressState } from '../upload/upload-control.js';
import { type ErrorContext, getErrorMessage } from './error-words.js';
import { formatBytes } from './format-bytes.js';
import { typeNames } from './type-names.js';
import type { UploadCounts } from './upload-counts.js';

/** What a person is told about the files that may be chosen; a limit that is not known is absent. */
export interface UploadHint {
  accept?: string | undefined;
  maxBytes?: number | undefined;
  maxFiles?: number | undefined;
}

/**
 * Every word of the upload parts, shown or read aloud. Replace some or all of them with the
 * `labels` of `UploadDropzone`; numbers come in raw, so that a language can write its own.
 */
export interface UploadLabels {
  region: string;
  choose: (multiple: boolean) => string;
  drop: (multiple: boolean) => string;
  dragging: string;
  disabled: string;
  hint: (hint: UploadHint) => string;
  /** Files that were left out because one at a time is taken. */
  leftOut: (count: number) => string;
  list: string;
  summary: (counts: UploadCounts) => string;
  clear: string;
  retry: string;
  /** Names of buttons and bars. They hold the file name: a list of equal names helps nobody. */
  cancelOne: (fileName: string) => string;
  retryOne: (fileName: string) => string;
  removeOne: (fileName: string) => string;
  progressOf: (fileName: string) => string;
  progressOfAll: string;
  queued: string;
  preparing: string;
  requesting: string;
  sending: (progress: UploadProgressState & { percent: number }) => string;
  finishing: string;
  verifying: string;
  waiting: (seconds: number) => string;
  offline: string;
  done: (file: { name: string; size: number }) => string;
  canceled: string;
  error: (error: ImagesError, context: ErrorContext) => string;
  /** Read aloud, in a calm voice: when uploads begin, every ten seconds at most, at the end. */
  started: (counts: UploadCounts) => string;
  ongoing: (counts: UploadCounts & { percent: number }) => string;
  finished: (counts: UploadCounts) => string;
  /** Read aloud at once. */
  problem: (fileName: string, reason: string) => string;
  moreProblems: (count: number) => string;
}

/** The English words. */
export const uploadLabels: UploadLabels = {
  region: 'Upload images',
  choose: (multiple) => (multiple ? 'Choose images' : 'Choose an image'),
  drop: (multiple) =>
    multiple ? 'Drop images here, or paste them' : 'Drop an image here, or paste it',
  dragging: 'Let go to upload',
  disabled: 'Not available at the moment',
  hint: ({ accept, maxBytes, maxFiles }) =>
    [
      accept && typeNames(accept).join(', '),
      maxBytes && `up to ${formatBytes(maxBytes)} each`,
      maxFiles && `${maxFiles} at most`,
    ]
      .filter(Boolean)
      .join(' \u00b7 '),
  leftOut: (count) => `Only one image at a time: ${images(count)} left out.`,
  list: 'Uploads',
  summary: ({ total, stored, failed, rejected }) =>
    listed([
      `${stored} of ${total} stored`,
      failed && `${failed} failed`,
      rejected && `${rejected} not accepted`,
    ]),
  clear: 'Clear finished',
  retry: 'Retry',
  cancelOne: (fileName) => `Cancel ${fileName}`,
  retryOne: (fileName) => `Retry ${fileName}`,
  removeOne: (fileName) => `Remove ${fileName} from the list`,
  progressOf: (fileName) => `Upload of ${fileName}`,
  progressOfAll: 'All uploads',
  queued: 'Waiting for its turn',
  preparing: 'Preparing',
  requesting: 'Asking permission',
  sending: ({ percent, loadedBytes, totalBytes }) =>
    `${percent}% \u00b7 ${formatBytes(loadedBytes)} of ${formatBytes(totalBytes)}`,
  finishing: 'All sent, waiting for Cloudflare',
  verifying: 'Checking whether it arrived',
  waiting: (seconds) => (seconds > 0 ? `Trying again in ${seconds} s` : 'Trying again'),
  offline: 'No connection. It goes on when you are back online',
  done: ({ size }) => `Stored \u00b7 ${formatBytes(size)}`,
  canceled: 'Canceled',
  error: (error, context) => getErrorMessage(error, context),
  started: ({ total }) => `Uploading ${images(total)}.`,
  ongoing: ({ stored, total, percent }) => `${stored} of ${total} stored, ${percent} percent.`,
  finished: ({ total, stored, failed, canceled }) =>
    `${listed([
      stored === total && total > 0
        ? `${images(total)} stored`
        : `${stored} of ${images(total)} stored`,
      failed && `${failed} failed`,
      canceled && `${canceled} canceled`,
    ])}.`,
  problem: (fileName, reason) => `${fileName}: ${reason}`,
  moreProblems: (count) => `And ${count} more.`,
};

function images(count: number): string {
  return count === 1 ? '1 image' : `${count} images`;
}

function listed(parts: readonly (string | false | 0)[]): string {
  return parts.filter(Boolean).join(', ');
}
