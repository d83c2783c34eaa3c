import { isJsonObject } from './json-value.js';

/** How full the account is. */
export interface ImagesStats {
  /** Images the plan allows. */
  allowed: number;
  /** Images stored now. */
  current: number;
}

/** Reads the two counts; undefined when they are not there. */
export function parseImagesStats(value: unknown): ImagesStats | undefined {
  if (!isJsonObject(value)) return undefined;
  const { allowed, current } = value;
  return typeof allowed === 'number' && typeof current === 'number'
    ? { allowed, current }
    : undefined;
}
