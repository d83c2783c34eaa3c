'use client';
import { type RefObject, useEffect } from 'react';
import { useLatest } from './useLatest.js';

/**
 * Takes files that are pasted anywhere on the page, except into a text field or into another
 * widget of ours. The first widget that takes them is the only one.
 */
export function useFilePaste(
  root: RefObject<Element | null>,
  onFiles: (files: readonly File[]) => void,
  disabled: boolean,
): void {
  const latest = useLatest(onFiles);
  useEffect(() => {
    if (disabled) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented || belongsElsewhere(event, root.current)) {
        return;
      }
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [root, disabled, latest]);
}

function belongsElsewhere(event: Event, root: Element | null): boolean {
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return false;
  const widget = target.closest('.cf-upload');
  if (widget) return widget !== root;
  return (
    target.closest('input, textarea, [contenteditable]:not([contenteditable="false"])') !== null
  );
}
