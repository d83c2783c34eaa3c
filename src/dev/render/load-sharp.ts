import { ImagesError } from '../../protocol/images-error.js';
import type { Metadata, Sharp, SharpOptions } from 'sharp';

export type { Metadata, Sharp, SharpOptions };

/** The function that the package exports, as far as it is used here. */
export type OpenSharp = (input?: Uint8Array, options?: SharpOptions) => Sharp;

/**
 * Loads sharp, an optional peer. The only place that does: whoever never asks for an image
 * does not pay the 40 ms, and need not have it installed.
 *
 * @throws ImagesError `peer-missing`
 */
export async function loadSharp(): Promise<OpenSharp> {
  try {
    return (await import('sharp')).default;
  } catch (cause) {
    throw new ImagesError(
      'peer-missing',
      'The emulator draws images with the package "sharp", which could not be loaded. Install it: npm install --save-dev sharp',
      { cause },
    );
  }
}
