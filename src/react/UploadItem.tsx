'use client';
import { type ComponentPropsWithoutRef, memo } from 'react';
import { isBusyUpload, type Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { classNames } from './class-names.js';
import type { ErrorContext } from './error-words.js';
import { UploadCancel } from './UploadCancel.js';
import { UploadProgress } from './UploadProgress.js';
import { UploadRemove } from './UploadRemove.js';
import { UploadRetry } from './UploadRetry.js';
import { UploadStatus } from './UploadStatus.js';
import { UploadThumbnail } from './UploadThumbnail.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';
import { useKeptFocus } from './useKeptFocus.js';

export interface UploadItemProps extends ComponentPropsWithoutRef<'li'> {
  control: UploadControl;
  upload: Upload;
  labels?: UploadLabels;
  context?: ErrorContext;
}

/**
 * One row of the list. Rendered again only when its own upload changes status or phase; give it
 * `children` to lay the parts out yourself.
 */
export const UploadItem = memo(function UploadItem({
  control,
  upload,
  labels = uploadLabels,
  context = {},
  className,
  children,
  ...rest
}: UploadItemProps) {
  const kept = useKeptFocus<HTMLLIElement>((row) => row.querySelector('button'));
  const parts = { control, upload, labels };
  return (
    <li
      data-state={upload.status}
      data-phase={upload.status === 'uploading' ? upload.phase : undefined}
      className={classNames('cf-upload-item', className)}
      {...rest}
      {...kept}
    >
      {children ?? (
        <>
          <UploadThumbnail upload={upload} />
          <div className="cf-upload-body">
            <div className="cf-upload-name" dir="auto" title={upload.file.name}>
              {upload.file.name}
            </div>
            <UploadStatus {...parts} context={context} />
            {upload.status === 'uploading' && <UploadProgress {...parts} />}
          </div>
          <div className="cf-upload-actions">
            {upload.status === 'failed' && <UploadRetry {...parts} />}
            {isBusyUpload(upload) ? <UploadCancel {...parts} /> : <UploadRemove {...parts} />}
          </div>
        </>
      )}
    </li>
  );
});
