import type { Guesses } from '../guesses.js';
import type { Box, Size } from '../render/render-plan.js';
import type { BorderSearch, Renderer } from '../render/renderer.js';
import { keepBorder } from './keep-border.js';
import type { DeliveryOptions } from './option-table.js';
import type { SourceImage } from './source-image.js';

const maxEntries = 1000;

// How much a border may vary when nobody says. Enough for JPEG noise, too little for a motif.
const defaultTolerance = 10;

/** Finds borders, once for each picture and search: every delivery needs them, to know its ETag. */
export function createBorderMemory(
  renderer: Pick<Renderer, 'findBorder'>,
  { trimTolerance }: Pick<Guesses, 'trimTolerance'>,
) {
  const known = new Map<string, Box>();
  return async (source: SourceImage, size: Size, options: DeliveryOptions): Promise<Box> => {
    const {
      'trim.border.color': color,
      'trim.border.tolerance': asked,
      'trim.border.keep': keep = 0,
    } = options;
    const strictness = trimTolerance === 'larger-stricter';
    const tolerance = asked === undefined ? defaultTolerance : strictness ? 255 - asked : asked;
    const search: BorderSearch = color === undefined ? { tolerance } : { color, tolerance };
    const key = `${source.hash} ${JSON.stringify(search)}`;
    const box = known.get(key) ?? (await renderer.findBorder(await source.read(), search));
    known.set(key, box);
    const [oldest] = known.keys();
    if (known.size > maxEntries && oldest !== undefined) known.delete(oldest);
    return keepBorder(box, keep, size);
  };
}
