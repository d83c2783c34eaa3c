'use client';
import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import type { Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { classNames } from './class-names.js';
import type { ErrorContext } from './error-words.js';
import { UploadItem } from './UploadItem.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';
import { useUploads } from './useUploads.js';

export interface UploadListProps extends Omit<ComponentPropsWithoutRef<'ul'>, 'children'> {
  control: UploadControl;
  labels?: UploadLabels;
  context?: ErrorContext;
  /** Draws a row: answer an `UploadItem`, or an `li` of your own with a key. */
  renderItem?: ((upload: Upload) => ReactNode) | undefined;
}

/** The uploads of a control, oldest first. */
export function UploadList({
  control,
  labels = uploadLabels,
  context,
  renderItem,
  className,
  ...rest
}: UploadListProps) {
  const uploads = useUploads(control);
  const shared = { control, labels, ...(context && { context }) };
  return (
    // Safari forgets that a list without markers is one.
    <ul
      role="list"
      aria-label={labels.list}
      className={classNames('cf-upload-list', className)}
      {...rest}
    >
      {uploads.map((upload) =>
        renderItem ? (
          renderItem(upload)
        ) : (
          <UploadItem key={upload.uploadId} upload={upload} {...shared} />
        ),
      )}
    </ul>
  );
}
