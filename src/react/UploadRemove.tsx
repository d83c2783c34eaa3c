'use client';
import type { ComponentPropsWithoutRef } from 'react';
import type { Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { closeIcon, Icon } from './Icon.js';
import { PartButton } from './PartButton.js';
import { focusAfterRow } from './upload-focus.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';

export interface UploadRemoveProps extends ComponentPropsWithoutRef<'button'> {
  control: UploadControl;
  upload: Upload;
  labels?: UploadLabels;
}

/** Takes one upload off the list. Focus goes to the next row, after the last one to the trigger. */
export function UploadRemove({
  control,
  upload,
  labels = uploadLabels,
  ...rest
}: UploadRemoveProps) {
  const name = labels.removeOne(upload.file.name);
  return (
    <PartButton
      ownClass="cf-upload-remove"
      onPress={(button) => {
        focusAfterRow(button);
        control.remove(upload.uploadId);
      }}
      aria-label={name}
      title={name}
      data-state={upload.status}
      {...rest}
    >
      {rest.children ?? <Icon path={closeIcon} />}
    </PartButton>
  );
}
