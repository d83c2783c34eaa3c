'use client';
import { type ComponentPropsWithoutRef, useEffect, useRef, useState } from 'react';
import type { Upload } from '../upload/upload.js';
import { classNames } from './class-names.js';
import { fileIcon, Icon } from './Icon.js';

// HEIC only shows in Safari. SVG is a document that the person may not have made: it is never
// opened under our origin, not even as a picture.
const shown = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'];

export interface UploadThumbnailProps extends ComponentPropsWithoutRef<'span'> {
  upload: Upload;
}

/**
 * A small preview of the file, or a file icon where a browser cannot show it. Decorative: the
 * name stands beside it. The object URL is ours: made when shown, freed when gone.
 */
export function UploadThumbnail({ upload, className, ...rest }: UploadThumbnailProps) {
  const { file } = upload;
  const [broken, setBroken] = useState<File>();
  const image = useRef<HTMLImageElement>(null);
  // A refused file may be one whose pixels would choke the tab.
  const preview = shown.includes(file.type) && broken !== file && upload.status !== 'rejected';

  useEffect(() => {
    const element = image.current;
    if (!preview || !element) return undefined;
    const url = URL.createObjectURL(file);
    element.src = url;
    return () => {
      element.removeAttribute('src');
      URL.revokeObjectURL(url);
    };
  }, [file, preview]);

  return (
    <span
      data-state={preview ? 'image' : 'file'}
      className={classNames('cf-upload-thumbnail', className)}
      {...rest}
    >
      {preview ? (
        <img ref={image} alt="" decoding="async" onError={() => setBroken(file)} />
      ) : (
        <Icon path={fileIcon} />
      )}
    </span>
  );
}
