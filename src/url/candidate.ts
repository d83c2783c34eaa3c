import type { ImageBox, ResponsiveOptions } from './image-request.js';

/** One file that may be fetched: its true width in pixels and the last segment of its URL. */
export type Candidate = readonly [width: number, last: string];

/** What decides over an image, except which image it is. */
export type ImagePlanRequest = ImageBox &
  ResponsiveOptions & { variant?: string | undefined; variants?: readonly string[] | undefined };
