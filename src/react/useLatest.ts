'use client';
import { type RefObject, useInsertionEffect, useRef } from 'react';

/**
 * A ref to the value of the latest render that was committed, for callbacks that run later.
 * The insertion effect comes before every other one, so that no effect sees an old value.
 */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
