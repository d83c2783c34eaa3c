'use client';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Text that changes more often than React should render. The element must have no children:
 * the text is written into it, at once and each time that `subscribe` calls back.
 */
export function useLiveText<E extends HTMLElement>(
  getText: () => string,
  subscribe: (onChange: () => void) => () => void,
): RefObject<E | null> {
  const ref = useRef<E>(null);
  // Without a list of dependencies: both functions belong to the render that made them, and
  // the parts that use this render on status changes only.
  useLayoutEffect(() => {
    const write = () => {
      const text = getText();
      if (ref.current && ref.current.textContent !== text) ref.current.textContent = text;
    };
    write();
    return subscribe(write);
  });
  return ref;
}
