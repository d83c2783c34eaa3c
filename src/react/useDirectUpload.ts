'use client';
import { useEffect, useState } from 'react';
import { createUploadEngine } from '../upload/create-upload-engine.js';
import { loadUploadWork } from '../upload/load-upload-work.js';
import { isBusyUpload, type Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import type { UploadEngineOptions } from '../upload/upload-options.js';
import { useConnection } from './connection-context.js';
import { useLatest } from './useLatest.js';
import { useUploads } from './useUploads.js';

/** May change at any render; each is read when it is needed. Callbacks are always the latest. */
export type UseDirectUploadOptions = Omit<UploadEngineOptions, 'headers' | 'fetch'>;

export interface UseDirectUploadResult {
  /** The handle to give to `UploadDropzone`, the parts and `useUploadProgress`. */
  control: UploadControl;
  /** Oldest first. The same array until a status or phase changed. */
  uploads: readonly Upload[];
  /** `busy` while anything is queued or uploading. */
  status: 'idle' | 'busy';
  /** Checks and uploads files; answers their upload ids in the same order. */
  upload: UploadControl['add'];
  cancel: UploadControl['cancel'];
  retry: UploadControl['retry'];
  remove: UploadControl['remove'];
  clear: UploadControl['clear'];
  settled: UploadControl['settled'];
}

/**
 * Uploads straight to Cloudflare. Renders again when a status or phase changes, never for bytes:
 * those are in `useUploadProgress`. Unmounting stops what is at work.
 */
export function useDirectUpload(options: UseDirectUploadOptions = {}): UseDirectUploadResult {
  const latest = useLatest({ options, connection: useConnection() });
  const [control] = useState(() =>
    createUploadEngine(() => {
      const { options, connection } = latest.current;
      return {
        ...connection,
        ...options,
        endpoint: options.endpoint ?? connection.endpoint,
        onStored(event) {
          connection.changes.add(event.image);
          options.onStored?.(event);
        },
      };
    }),
  );
  const uploads = useUploads(control);

  useEffect(() => {
    // Only the code, once the page stands. Nothing is asked of any server before a file comes.
    loadUploadWork().catch(() => {}); // asked for again with the first file
    return () => control.dispose();
  }, [control]);

  const { add: upload, cancel, retry, remove, clear, settled } = control;
  const status = uploads.some(isBusyUpload) ? 'busy' : 'idle';
  return { control, uploads, status, upload, cancel, retry, remove, clear, settled };
}
