import type { ImageFacts } from '../render/image-facts.js';
import type { Renderer } from '../render/renderer.js';
import type { SourceImage } from './source-image.js';

const maxEntries = 10_000;

/**
 * What images are, asked once for each content: a repeated delivery then never reads the
 * original. Bytes never change under their hash, so nothing here can grow stale.
 */
export function createFactsMemory(renderer: Pick<Renderer, 'probe'>) {
  const known = new Map<string, ImageFacts>();
  return async (source: SourceImage): Promise<ImageFacts> => {
    const remembered = known.get(source.hash);
    if (remembered !== undefined) return remembered;
    const facts = await renderer.probe(await source.read());
    known.set(source.hash, facts);
    const [oldest] = known.keys();
    if (known.size > maxEntries && oldest !== undefined) known.delete(oldest);
    return facts;
  };
}
