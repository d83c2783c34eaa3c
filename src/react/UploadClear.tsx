'use client';
import type { ComponentPropsWithoutRef } from 'react';
import type { UploadControl } from '../upload/upload-control.js';
import { PartButton } from './PartButton.js';
import { focusTrigger } from './upload-focus.js';
import { type UploadLabels, uploadLabels } from './upload-labels.js';

export interface UploadClearProps extends ComponentPropsWithoutRef<'button'> {
  control: UploadControl;
  labels?: UploadLabels;
}

/** Takes all that are finished off the list. Focus goes to the trigger. */
export function UploadClear({ control, labels = uploadLabels, ...rest }: UploadClearProps) {
  return (
    <PartButton
      ownClass="cf-upload-clear"
      onPress={(button) => {
        focusTrigger(button);
        control.clear();
      }}
      {...rest}
    >
      {rest.children ?? labels.clear}
    </PartButton>
  );
}
