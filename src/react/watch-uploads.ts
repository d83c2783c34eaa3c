import { isBusyUpload, type Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { shownPercent } from './progress-frames.js';
import { countUploads, type UploadCounts } from './upload-counts.js';

/** What is worth telling somebody who does not look at the screen. */
export interface UploadNews {
  onStarted: (counts: UploadCounts) => void;
  /** Every ten seconds while a batch is at work. */
  onOngoing: (counts: UploadCounts & { percent: number }) => void;
  onFinished: (counts: UploadCounts) => void;
  /** Uploads that failed or were rejected; those of one moment come together. */
  onProblems: (uploads: readonly Upload[]) => void;
}

const pauseMs = 10_000;
/** Checks of many files end one by one; twenty alarms in a row would be unbearable. */
const gatherMs = 250;

/** Turns changes of a list into few events. A batch lasts from idle to idle. Answers its stop. */
export function watchUploads(control: UploadControl, news: UploadNews): () => void {
  let known = new Map(control.getUploads().map((upload) => [upload.uploadId, upload]));
  const batch = new Map<string, Upload>();
  let ticking: ReturnType<typeof setInterval> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let problems: Upload[] = [];

  const look = () => {
    const now = new Map(control.getUploads().map((upload) => [upload.uploadId, upload]));
    for (const [id, upload] of now) {
      if (isBusyUpload(upload) || batch.has(id)) batch.set(id, upload);
      if (known.get(id)?.status !== upload.status && isProblem(upload)) problems.push(upload);
    }
    // What was taken off the list while at work is out of the count; what had ended stays in it.
    for (const [id, upload] of batch) if (isBusyUpload(upload) && !now.has(id)) batch.delete(id);
    known = now;
    if (problems.length > 0) gathering ??= setTimeout(tellProblems, gatherMs);
    tellBatch();
  };

  const tellProblems = () => {
    gathering = undefined;
    news.onProblems(problems);
    problems = [];
  };

  const tellBatch = () => {
    const counts = countUploads(batch.values());
    if (counts.busy > 0 && ticking === undefined) {
      news.onStarted(counts);
      ticking = setInterval(() => {
        const percent = shownPercent(control.getProgress());
        news.onOngoing({ ...countUploads(batch.values()), percent });
      }, pauseMs);
    } else if (counts.busy === 0 && ticking !== undefined) {
      clearInterval(ticking);
      ticking = undefined;
      batch.clear();
      // Nothing is left to report when all were taken off the list, or refused by a check.
      if (counts.total > counts.rejected)
        news.onFinished({ ...counts, total: counts.total - counts.rejected });
    }
  };

  look();
  const stop = control.subscribe(look);
  return () => {
    stop();
    clearInterval(ticking);
    clearTimeout(gathering);
  };
}

function isProblem({ status }: Upload): boolean {
  return status === 'failed' || status === 'rejected';
}
