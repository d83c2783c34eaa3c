import type { Guesses } from '../guesses.js';
import type { Geometry, Size } from '../render/render-plan.js';
import type { Explanation } from './explanation.js';
import type { DeliveryOptions } from './option-table.js';

/** Says which of the options are warned about by the service, or not drawn as it draws them. */
export function noteLimits(
  options: DeliveryOptions,
  { cut, rotate, scaled, trim }: Geometry,
  source: Size,
  explanation: Explanation,
  { dprOver }: Pick<Guesses, 'dprOver'>,
): void {
  const { dpr = 1, fit, gravity, height, segment, upscale, width, zoom } = options;
  if (fit === 'cover' && (width === undefined) !== (height === undefined)) {
    explanation.warn('cover fit mode needs both width and height');
  }
  if (dpr > 3) explanation.warn('dpr > 3 should never be used');
  else if (dpr > 2 && dprOver === 'clamp-2') explanation.warn('dpr > 2 is taken as 2');

  const smart = cut !== undefined && 'strategy' in cut;
  if (smart && gravity === 'face') explanation.notEmulated('gravity:face', 'cut by attention');
  else if (smart) explanation.standIn(`gravity:${String(gravity)}`, `cut by ${cut.strategy}`);
  if (smart && gravity === 'face' && zoom) explanation.notEmulated('zoom', 'no faces are found');
  if (segment !== undefined) explanation.notEmulated('segment', 'background kept');

  const used = trim ?? source;
  const usedWidth = rotate === 90 || rotate === 270 ? used.height : used.width;
  if (upscale === 'generate' && scaled.width > usedWidth) {
    explanation.notEmulated('upscale:generate', 'interpolated');
  }
}
