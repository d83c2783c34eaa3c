'use client';
import { useCallback, useSyncExternalStore } from 'react';
import { noProgress } from '../upload/progress-store.js';
import type { UploadControl, UploadProgressState } from '../upload/upload-control.js';
import { onProgressFrame } from './progress-frames.js';

/**
 * How far one upload has come, or the whole batch by bytes. Renders at most once a frame, so
 * call it in the smallest component that shows it. The `UploadProgress` part does without.
 */
export function useUploadProgress(control: UploadControl, uploadId?: string): UploadProgressState {
  return useSyncExternalStore(
    useCallback((onChange) => onProgressFrame(control, onChange), [control]),
    () => control.getProgress(uploadId),
    () => noProgress,
  );
}
