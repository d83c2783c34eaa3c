import type { Upload } from '../upload/upload.js';
import { isBusyUpload } from '../upload/upload.js';

/** How many uploads of a list are in which state. */
export interface UploadCounts {
  total: number;
  /** Queued or uploading. */
  busy: number;
  stored: number;
  failed: number;
  rejected: number;
  canceled: number;
}

/** Counts a list by state. */
export function countUploads(uploads: Iterable<Upload>): UploadCounts {
  const counts = { total: 0, busy: 0, stored: 0, failed: 0, rejected: 0, canceled: 0 };
  for (const upload of uploads) {
    counts.total++;
    if (isBusyUpload(upload)) counts.busy++;
    else if (upload.status === 'done') counts.stored++;
    else if (upload.status === 'failed') counts.failed++;
    else if (upload.status === 'rejected') counts.rejected++;
    else counts.canceled++;
  }
  return counts;
}
