import type { ImageFacts } from './image-facts.js';
import type { Box, RenderPlan, Rgba, Size } from './render-plan.js';

/** A finished image. */
export interface Rendering extends Size {
  bytes: Uint8Array;
  contentType: string;
}

/** What counts as a border when a picture is trimmed of it. */
export interface BorderSearch {
  /** Absent: the colour of the top left pixel. */
  color?: Rgba;
  /** The largest difference of a channel that still counts as the border, 0 to 255. */
  tolerance: number;
}

/**
 * The part of the emulator that touches pixels. The decisions are made before, in a plan, so
 * that another library, or none in a test, can stand here.
 */
export interface Renderer {
  /**
   * Tells what an image is by its bytes alone.
   *
   * @throws ImagesError `file-empty`, `file-type-refused` (not a format the service accepts)
   * or `file-unreadable` (damaged or cut short)
   */
  probe(bytes: Uint8Array): Promise<ImageFacts>;
  /** The part of the upright first frame that lies inside its border. */
  findBorder(bytes: Uint8Array, search: BorderSearch): Promise<Box>;
  /** @throws ImagesError `file-unreadable` when the bytes cannot be decoded */
  render(bytes: Uint8Array, plan: RenderPlan): Promise<Rendering>;
}
