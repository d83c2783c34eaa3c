'use client';
import type { ComponentPropsWithoutRef } from 'react';
import { PartButton } from './PartButton.js';

export interface UploadTriggerProps extends ComponentPropsWithoutRef<'button'> {
  /** The `id` of the file input to open. */
  inputId: string;
}

/** The button that opens the file picker. */
export function UploadTrigger({ inputId, ...rest }: UploadTriggerProps) {
  return (
    <PartButton
      ownClass="cf-upload-trigger"
      onPress={(button) => {
        // The root may be a shadow root, whose ids the document does not know.
        const root = button.getRootNode() as ParentNode;
        root.querySelector<HTMLInputElement>(`#${CSS.escape(inputId)}`)?.click();
      }}
      {...rest}
    />
  );
}
