'use client';
import type { ComponentPropsWithoutRef } from 'react';
import type { Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { classNames } from './class-names.js';
import type { ErrorContext } from './error-words.js';
import { onProgressFrame } from './progress-frames.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';
import { phaseWords, problemWords } from './upload-words.js';
import { useLiveText } from './useLiveText.js';

export interface UploadStatusProps extends ComponentPropsWithoutRef<'div'> {
  control: UploadControl;
  upload: Upload;
  labels?: UploadLabels;
  /** Limits that a reason may mention. */
  context?: ErrorContext;
}

/** The words for an upload: where it is, or every reason why it is not stored. */
export function UploadStatus({
  control,
  upload,
  labels = uploadLabels,
  context,
  className,
  ...rest
}: UploadStatusProps) {
  const problems = problemWords(upload, labels, context);
  return (
    <div data-state={upload.status} className={classNames('cf-upload-status', className)} {...rest}>
      {problems.length === 0 && <LiveWords {...{ control, upload, labels }} />}
      {problems.length === 1 && problems[0]}
      {problems.length > 1 && (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function LiveWords({
  control,
  upload,
  labels,
}: Required<Pick<UploadStatusProps, 'control' | 'upload' | 'labels'>>) {
  const ref = useLiveText<HTMLSpanElement>(
    () => phaseWords(upload, control.getProgress(upload.uploadId), labels),
    (onChange) => {
      if (upload.status !== 'uploading') return () => {};
      if (upload.phase === 'sending') return onProgressFrame(control, onChange);
      if (upload.phase !== 'waiting') return () => {};
      const timer = setInterval(onChange, 250);
      return () => clearInterval(timer);
    },
  );
  return <span ref={ref} />;
}
