import type { UploadControl, UploadProgressState } from '../upload/upload-control.js';

/** Calls `paint` at most once a frame while bytes move. */
export function onProgressFrame(control: UploadControl, paint: () => void): () => void {
  let frame: number | undefined;
  const stop = control.subscribeProgress(() => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      paint();
    });
  });
  return () => {
    stop();
    if (frame !== undefined) cancelAnimationFrame(frame);
  };
}

/**
 * Whole percent as a person may read them: 100 only when the image is stored. Bytes that have
 * left the browser are no proof of anything.
 */
export function shownPercent({ fraction }: UploadProgressState): number {
  return fraction >= 1 ? 100 : Math.min(99, Math.max(0, Math.floor(fraction * 100)));
}
