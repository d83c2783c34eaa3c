'use client';
import type { ComponentPropsWithoutRef } from 'react';
import type { Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { closeIcon, Icon } from './Icon.js';
import { PartButton } from './PartButton.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';

export interface UploadCancelProps extends ComponentPropsWithoutRef<'button'> {
  control: UploadControl;
  upload: Upload;
  labels?: UploadLabels;
}

/** Stops one upload. It stays in the list, as canceled. */
export function UploadCancel({
  control,
  upload,
  labels = uploadLabels,
  ...rest
}: UploadCancelProps) {
  const name = labels.cancelOne(upload.file.name);
  return (
    <PartButton
      ownClass="cf-upload-cancel"
      onPress={() => control.cancel(upload.uploadId)}
      aria-label={name}
      title={name}
      data-state={upload.status}
      {...rest}
    >
      {rest.children ?? <Icon path={closeIcon} />}
    </PartButton>
  );
}
