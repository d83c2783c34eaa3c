import { isJsonObject } from './json-value.js';

/** The body of `PATCH /image`: what absent fields describe stays as it is. */
export interface ImageChanges {
  /** Takes the place of the fields that the handler lets a browser write. */
  metadata?: Record<string, unknown>;
  /** Cloudflare gives the image a new id when this changes. */
  requireSignedURLs?: boolean;
}

/** Reads changes; undefined when there is none, or one is of the wrong type. */
export function parseImageChanges(value: unknown): ImageChanges | undefined {
  if (!isJsonObject(value)) return undefined;
  const changes: ImageChanges = {};
  if (value.metadata !== undefined) {
    if (!isJsonObject(value.metadata)) return undefined;
    changes.metadata = value.metadata;
  }
  if (value.requireSignedURLs !== undefined) {
    if (typeof value.requireSignedURLs !== 'boolean') return undefined;
    changes.requireSignedURLs = value.requireSignedURLs;
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}
