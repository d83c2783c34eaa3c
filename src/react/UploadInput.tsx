'use client';
import type { ComponentPropsWithoutRef } from 'react';
import { visuallyHidden } from './visually-hidden.js';

export interface UploadInputProps extends ComponentPropsWithoutRef<'input'> {
  onFiles: (files: readonly File[]) => void;
}

/**
 * The real file input, out of sight. It can be focused (a form points at it when something is
 * missing) but is no stop of its own: the button that opens it is.
 */
export function UploadInput({ onFiles, onChange, ...rest }: UploadInputProps) {
  return (
    <input
      type="file"
      tabIndex={-1}
      style={visuallyHidden}
      {...rest}
      onChange={(event) => {
        onChange?.(event);
        const input = event.currentTarget;
        const files = [...(input.files ?? [])];
        // Choosing the same file again must be a change.
        input.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
