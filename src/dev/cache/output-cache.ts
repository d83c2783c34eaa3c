import type { Rendering } from '../render/renderer.js';

/** Keeps finished images under a key that stands for source and plan. Losing one costs time only. */
export interface OutputCache {
  get(key: string): Promise<Rendering | undefined>;
  put(key: string, rendering: Rendering): Promise<void>;
  clear(): Promise<void>;
}
