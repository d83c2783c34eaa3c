'use client';
import { useEffect, useRef, useState } from 'react';
import { type GalleryLabels, galleryLabels } from './gallery-labels.js';
import { Icon, trashIcon } from './Icon.js';

export interface GalleryDeleteProps {
  /** What the image is called in the names of the buttons. */
  name: string;
  labels?: GalleryLabels;
  /** Called once the person is sure. Resolves when the image is gone. */
  onConfirm: () => Promise<void>;
}

/** A delete button that asks once more, in its own place, before it does anything. */
export function GalleryDelete({ name, labels = galleryLabels, onConfirm }: GalleryDeleteProps) {
  const [status, setStatus] = useState<'idle' | 'asking' | 'deleting'>('idle');
  const button = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const isOpen = status !== 'idle';

  // Focus goes to the harmless answer, and back to where it came from.
  useEffect(() => {
    if (isOpen) keep.current?.focus();
    else if (wasOpen.current) button.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (!isOpen) {
    return (
      <button
        ref={button}
        type="button"
        className="cf-gallery-delete"
        aria-label={labels.deleteOne(name)}
        title={labels.deleteOne(name)}
        onClick={() => setStatus('asking')}
      >
        <Icon path={trashIcon} size={18} />
      </button>
    );
  }

  const isDeleting = status === 'deleting';
  const close = () => {
    if (!isDeleting) setStatus('idle');
  };
  const confirm = () => {
    if (isDeleting) return;
    setStatus('deleting');
    onConfirm().catch(() => setStatus('idle'));
  };
  return (
    <div
      role="group"
      aria-label={labels.deleteOne(name)}
      aria-busy={isDeleting}
      data-state={status}
      className="cf-gallery-confirm"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <p>{isDeleting ? labels.deleting : labels.confirm}</p>
      {/* Not `disabled` while it works: a disabled button loses focus. */}
      <button
        ref={keep}
        type="button"
        className="cf-gallery-keep"
        aria-disabled={isDeleting}
        onClick={close}
      >
        {labels.confirmKeep}
      </button>
      <button
        type="button"
        className="cf-gallery-sure"
        aria-disabled={isDeleting}
        onClick={confirm}
      >
        {labels.confirmDelete}
      </button>
    </div>
  );
}
