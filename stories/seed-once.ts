import { seedImages } from './seed-images.js';

let seeded: Promise<string[]> | undefined;

/** Stores the samples when the first story asks for them, and answers their ids. */
export function seedOnce(): Promise<string[]> {
  seeded ??= seedImages();
  return seeded;
}
