'use client';
import { useSyncExternalStore } from 'react';
import type { Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';

/** The list of a control. Renders again when a status or phase changes, never for bytes. */
export function useUploads(control: UploadControl): readonly Upload[] {
  return useSyncExternalStore(control.subscribe, control.getUploads, control.getUploads);
}
