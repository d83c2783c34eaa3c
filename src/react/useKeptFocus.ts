'use client';
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/** Props for the element that keeps focus. */
export interface UseKeptFocusResult<E extends HTMLElement> {
  ref: RefObject<E | null>;
  onFocus: (event: FocusEvent) => void;
  onBlur: () => void;
}

/**
 * Keeps focus inside an element whose buttons come and go. When the focused one was taken away
 * (Cancel by Remove, because the upload has ended), the one that `pick` answers takes over. Left
 * alone, a browser drops focus on the body, and a keyboard user starts over.
 */
export function useKeptFocus<E extends HTMLElement>(
  pick: (element: E) => HTMLElement | null | undefined,
): UseKeptFocusResult<E> {
  const ref = useRef<E>(null);
  const focused = useRef<Element>(null);
  useEffect(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = null;
    if (ref.current) pick(ref.current)?.focus();
  });
  return {
    ref,
    onFocus: (event) => {
      focused.current = event.target;
    },
    // React holds back the blur of an element that it removes, so this one is the person's.
    onBlur: () => {
      focused.current = null;
    },
  };
}
