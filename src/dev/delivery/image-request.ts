import type { Explanation } from './explanation.js';
import type { DeliveryOptions } from './option-table.js';
import type { SourceImage } from './source-image.js';

/** A delivery whose rights are checked and whose options are read: all that is left is to answer. */
export interface ImageRequest {
  surface: 'hosted' | 'remote';
  source: SourceImage;
  options: DeliveryOptions;
  cacheControl: string;
  /** Request headers that the answer depends on. */
  vary: readonly string[];
  explanation: Explanation;
  request: Request;
}
