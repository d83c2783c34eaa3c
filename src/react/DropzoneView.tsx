'use client';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { isBusyUpload, type Upload } from '../upload/upload.js';
import type { UploadControl } from '../upload/upload-control.js';
import { classNames } from './class-names.js';
import { Icon, uploadIcon } from './Icon.js';
import { UploadAnnouncer } from './UploadAnnouncer.js';
import { UploadClear } from './UploadClear.js';
import { UploadInput } from './UploadInput.js';
import { UploadList } from './UploadList.js';
import { UploadTrigger } from './UploadTrigger.js';
import { countUploads } from './upload-counts.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';
import { useFileDrop } from './useFileDrop.js';
import { useFilePaste } from './useFilePaste.js';
import { useUploads } from './useUploads.js';

export interface DropzoneViewProps {
  control: UploadControl;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  labels?: Partial<UploadLabels> | undefined;
  accept?: string | undefined;
  maxBytes?: number | undefined;
  maxFiles?: number | undefined;
  renderItem?: ((upload: Upload) => ReactNode) | undefined;
  className?: string | undefined;
}

/** What `UploadDropzone` draws, around a control that somebody else made. */
export function DropzoneView({
  control,
  multiple = true,
  disabled = false,
  labels: given,
  accept,
  maxBytes,
  maxFiles,
  renderItem,
  className,
}: DropzoneViewProps) {
  const uploads = useUploads(control);
  const labels = useMemo(() => ({ ...uploadLabels, ...given }), [given]);
  const context = useMemo(() => ({ accept, maxBytes, maxFiles }), [accept, maxBytes, maxFiles]);
  const [leftOut, setLeftOut] = useState(0);
  const root = useRef<HTMLElement>(null);
  const id = useId();

  const take = (files: readonly File[]) => {
    const taken = multiple ? files : files.slice(0, 1);
    setLeftOut(files.length - taken.length);
    control.add(taken);
  };
  const { isOver, handlers } = useFileDrop(take, disabled);
  useFilePaste(root, take, disabled);

  const counts = countUploads(uploads);
  const hint = labels.hint(context);
  const idle = uploads.some(isBusyUpload) ? 'busy' : 'idle';
  return (
    <section
      ref={root}
      aria-label={labels.region}
      data-state={isOver ? 'over' : disabled ? 'disabled' : idle}
      className={classNames('cf-upload', className)}
      {...handlers}
    >
      <div className="cf-upload-zone">
        <Icon path={uploadIcon} size={24} />
        <p className="cf-upload-drop">
          {disabled ? labels.disabled : isOver ? labels.dragging : labels.drop(multiple)}
        </p>
        {hint && (
          <p className="cf-upload-hint" id={`${id}hint`}>
            {hint}
          </p>
        )}
        <UploadTrigger
          inputId={`${id}input`}
          disabled={disabled}
          aria-describedby={hint ? `${id}hint` : undefined}
        >
          {labels.choose(multiple)}
        </UploadTrigger>
        <UploadInput
          id={`${id}input`}
          aria-label={labels.choose(multiple)}
          accept={pickerTypes(accept)}
          multiple={multiple}
          disabled={disabled}
          onFiles={take}
        />
        {leftOut > 0 && (
          <p className="cf-upload-notice" role="alert">
            {labels.leftOut(leftOut)}
          </p>
        )}
      </div>
      {uploads.length > 0 && (
        <>
          <div className="cf-upload-bar">
            <p className="cf-upload-summary">{labels.summary(counts)}</p>
            {counts.busy < counts.total && <UploadClear control={control} labels={labels} />}
          </div>
          <UploadList {...{ control, labels, context, renderItem }} />
        </>
      )}
      <UploadAnnouncer {...{ control, labels, context }} />
    </section>
  );
}

// Systems that do not know the media type of HEIC go by the ending.
function pickerTypes(accept = 'image/*'): string {
  return accept.includes('image/heic') ? `${accept},.heic,.heif` : accept;
}
