'use client';
import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from './class-names.js';

export interface PartButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** Our class; the caller's own comes after it. */
  ownClass: string;
  /** What the button is for. The caller's `onClick` comes first and may prevent it. */
  onPress: (button: HTMLButtonElement) => void;
}

/** The element of every part that is a button. Any attribute can be replaced from outside. */
export function PartButton({ ownClass, onPress, className, onClick, ...rest }: PartButtonProps) {
  return (
    <button
      type="button"
      className={classNames(ownClass, className)}
      {...rest}
      onClick={(event) => {
        onClick?.(event);
        if (!event.defaultPrevented) onPress(event.currentTarget);
      }}
    />
  );
}
