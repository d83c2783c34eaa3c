'use client';
import { type DragEvent, useState } from 'react';

/** Drop handlers for one element, and whether files hover over it. */
export interface UseFileDropResult {
  isOver: boolean;
  handlers: {
    onDragOver: (event: DragEvent) => void;
    onDragLeave: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
}

/** Lets an element take dropped files; text and links that are dragged over it are not ours. */
export function useFileDrop(
  onFiles: (files: readonly File[]) => void,
  disabled: boolean,
): UseFileDropResult {
  const [isOver, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    isOver: isOver && !disabled,
    handlers: {
      onDragOver: (event) => {
        if (!holdsFiles(event)) return;
        // Also when disabled: a file let go here must not replace the page.
        event.preventDefault();
        event.dataTransfer.dropEffect = disabled ? 'none' : 'copy';
        setOver(true);
      },
      onDragLeave: (event) => {
        // Safari does not say where the pointer went; if it is still inside, the next dragover
        // sets the state again, before anybody sees it.
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      },
      onDrop: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        if (!disabled) onFiles([...event.dataTransfer.files]);
      },
    },
  };
}
