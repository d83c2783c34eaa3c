import type { Size } from './render-plan.js';

/** The formats that hosted images accept, told apart by their bytes. */
export type SourceFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'svg' | 'avif' | 'heic';

/** What is known of an image before anything is decoded. */
export interface ImageFacts extends Size {
  format: SourceFormat;
  /** By content, for example `image/jpeg`. */
  contentType: string;
  /** Frames of an animation; 1 for a still. */
  pages: number;
  /** Width times height times frames, in pixels: what the published limits speak of. */
  area: number;
  hasAlpha: boolean;
}

export const contentTypes: Readonly<Record<SourceFormat, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  avif: 'image/avif',
  heic: 'image/heic',
};
