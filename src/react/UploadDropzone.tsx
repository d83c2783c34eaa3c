'use client';
import type { ReactNode } from 'react';
import { acceptedTypes, publishedLimits } from '../protocol/published-limits.js';
import type { Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { DropzoneView } from './DropzoneView.js';
import type { UploadLabels } from './upload-labels.js';
import { type UseDirectUploadOptions, useDirectUpload } from './useDirectUpload.js';

interface UploadDropzoneBase {
  /** Take several files at once. @default true */
  multiple?: boolean | undefined;
  /** Takes no new files. Uploads at work go on. @default false */
  disabled?: boolean | undefined;
  /** Words to use instead of the English ones: some or all of them. */
  labels?: Partial<UploadLabels> | undefined;
  /** Draws a row of the list, with the parts or with your own elements. */
  renderItem?: ((upload: Upload) => ReactNode) | undefined;
  className?: string | undefined;
}

interface ControlledDropzone {
  /**
   * Shows and feeds these uploads, of `useDirectUpload` somewhere above. The options of the
   * hook belong there; the limits below only tell the picker and the words what they are.
   */
  control: UploadControl;
  accept?: string | undefined;
  maxBytes?: number | undefined;
  maxFiles?: number | undefined;
}

/** Either a `control`, or the options of `useDirectUpload`. */
export type UploadDropzoneProps = UploadDropzoneBase &
  (ControlledDropzone | (UseDirectUploadOptions & { control?: undefined }));

/**
 * The whole upload widget: drop, paste or choose files, see where each of them is, cancel, retry
 * and remove. Works with the keyboard and a screen reader, and without any stylesheet;
 * `react-cf-images/styles.css` is an optional look.
 */
export function UploadDropzone(props: UploadDropzoneProps) {
  return props.control ? <DropzoneView {...props} /> : <OwnUploads {...props} />;
}

function OwnUploads({
  multiple,
  disabled,
  labels,
  renderItem,
  className,
  ...options
}: UploadDropzoneBase & UseDirectUploadOptions) {
  const { control } = useDirectUpload(options);
  return (
    <DropzoneView
      {...{ control, multiple, disabled, labels, renderItem, className }}
      accept={options.accept ?? acceptedTypes.join(',')}
      maxBytes={options.maxBytes ?? publishedLimits.maxBytes}
      maxFiles={options.maxFiles}
    />
  );
}
