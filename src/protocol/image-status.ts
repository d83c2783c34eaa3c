import { type ImageRecord, parseImageRecord } from './image-record.js';
import { isJsonObject } from './json-value.js';

/**
 * The answer of `GET /status`: the truth about an upload whose answer was lost.
 * `draft`: promised, no bytes yet. `ready`: stored. `unknown`: no such image.
 */
export type ImageStatus = { status: 'draft' | 'unknown' } | { status: 'ready'; image: ImageRecord };

/** Reads a status; undefined when the answer is not one. */
export function parseImageStatus(value: unknown): ImageStatus | undefined {
  if (!isJsonObject(value)) return undefined;
  if (value.status === 'draft' || value.status === 'unknown') return { status: value.status };
  const image = parseImageRecord(value.image);
  return value.status === 'ready' && image ? { status: 'ready', image } : undefined;
}
