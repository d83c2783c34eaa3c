'use client';
import type { ComponentPropsWithoutRef } from 'react';
import type { Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { PartButton } from './PartButton.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';

export interface UploadRetryProps extends ComponentPropsWithoutRef<'button'> {
  control: UploadControl;
  upload: Upload;
  labels?: UploadLabels;
}

/** Starts one failed upload again. */
export function UploadRetry({ control, upload, labels = uploadLabels, ...rest }: UploadRetryProps) {
  return (
    <PartButton
      ownClass="cf-upload-retry"
      onPress={() => control.retry(upload.uploadId)}
      aria-label={labels.retryOne(upload.file.name)}
      data-state={upload.status}
      {...rest}
    >
      {rest.children ?? labels.retry}
    </PartButton>
  );
}
