'use client';
import { type ComponentPropsWithoutRef, useLayoutEffect, useRef } from 'react';
import type { Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { classNames } from './class-names.js';
import { onProgressFrame, shownPercent } from './progress-frames.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';
import { phaseWords } from './upload-words.js';

export interface UploadProgressProps extends ComponentPropsWithoutRef<'div'> {
  control: UploadControl;
  /** Without it the bar is that of all uploads, by bytes. */
  upload?: Upload;
  labels?: UploadLabels;
}

/**
 * A bar with a name. `aria-valuenow` (0 to 100) and the CSS variable `--fraction` (0 to 1) are
 * written through a ref, at most once a frame, without a React render. Neither is full before
 * the image is stored.
 */
export function UploadProgress({
  control,
  upload,
  labels = uploadLabels,
  className,
  ...rest
}: UploadProgressProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const paint = () => {
      const progress = control.getProgress(upload?.uploadId);
      const percent = shownPercent(progress);
      const bar = ref.current;
      bar?.setAttribute('aria-valuenow', String(percent));
      bar?.setAttribute(
        'aria-valuetext',
        upload ? phaseWords(upload, progress, labels) : `${percent}%`,
      );
      bar?.style.setProperty(
        '--fraction',
        String(percent === 100 ? 1 : Math.min(progress.fraction, 0.99)),
      );
    };
    paint();
    return onProgressFrame(control, paint);
  }, [control, upload, labels]);

  return (
    <div
      role="progressbar"
      aria-label={upload ? labels.progressOf(upload.file.name) : labels.progressOfAll}
      aria-valuemin={0}
      aria-valuemax={100}
      data-state={upload?.status === 'uploading' ? upload.phase : (upload?.status ?? 'all')}
      className={classNames('cf-upload-progress', className)}
      {...rest}
      ref={ref}
    />
  );
}
