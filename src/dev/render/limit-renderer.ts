import { ImagesError } from '../../protocol/images-error.js';
import type { Renderer } from './renderer.js';

/**
 * The same renderer with a bound on what it does at once. Decoded pictures are large: without
 * a bound, a page of a hundred images would hold a hundred of them. Who comes when the queue is
 * full is refused at once, which is better than a late answer to nobody.
 */
export function limitRenderer(
  renderer: Renderer,
  { atOnce = 4, waiting = 1000 }: { atOnce?: number; waiting?: number } = {},
): Renderer {
  const queue: (() => void)[] = [];
  let running = 0;

  async function run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) {
      if (queue.length >= waiting) {
        throw new ImagesError('rate-limited', 'Too many images are waiting to be drawn.');
      }
      // Whoever finishes hands over its place, so `running` does not change in between.
      await new Promise<void>((start) => queue.push(start));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    probe: (bytes) => renderer.probe(bytes),
    findBorder: (bytes, search) => run(() => renderer.findBorder(bytes, search)),
    render: (bytes, plan) => run(() => renderer.render(bytes, plan)),
  };
}
