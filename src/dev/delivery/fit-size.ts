import type { Guesses } from '../guesses.js';
import type { Size } from '../render/render-plan.js';
import type { Fit } from './option-table.js';
import { roundSide } from './round-side.js';

/** What a fit makes of a size: scale, then perhaps cut, then perhaps put on a canvas. */
export interface Fitted {
  scaled: Size;
  cut?: Size;
  canvas?: Size;
}

type FitGuesses = Pick<Guesses, 'rounding' | 'cropMixed'>;

/**
 * The sizes of section "fit semantics", as numbers.
 *
 * @param source after orientation, trim and rotation
 * @param target after dpr; a side may be left open
 */
export function fitSize(
  source: Size,
  target: { width?: number | undefined; height?: number | undefined },
  fit: Fit,
  { rounding, cropMixed }: FitGuesses,
): Fitted {
  const { width: w, height: h } = source;
  const { width: W, height: H } = target;
  const byWidth = (width: number) => ({ width, height: roundSide(h, width, w, rounding) });
  const byHeight = (height: number) => ({ width: roundSide(w, height, h, rounding), height });

  if (W === undefined || H === undefined) {
    if (W === undefined && H === undefined) return { scaled: source };
    const enlarges = W === undefined ? (H ?? 0) > h : W > w;
    const mayEnlarge =
      fit === 'contain' || fit === 'pad' || fit === 'squeeze' || fit === 'scale-up';
    if (enlarges ? !mayEnlarge : fit === 'scale-up') return { scaled: source };
    return { scaled: W === undefined ? byHeight(H ?? h) : byWidth(W) };
  }

  const widthDecides = W * h <= H * w;
  const inside = () => (widthDecides ? byWidth(W) : byHeight(H));
  const covered = () => ({
    scaled: widthDecides ? byHeight(H) : byWidth(W),
    cut: { width: W, height: H },
  });
  const coversSource = W <= w && H <= h;
  const holdsSource = W >= w && H >= h;

  switch (fit) {
    case 'scale-down':
      return { scaled: holdsSource ? source : inside() };
    case 'contain':
      return { scaled: inside() };
    case 'scale-up':
      return { scaled: holdsSource ? inside() : source };
    case 'squeeze':
      return { scaled: { width: W, height: H } };
    case 'pad':
      return { scaled: inside(), canvas: { width: W, height: H } };
    case 'cover':
      return covered();
    case 'crop':
      if (coversSource) return covered();
      if (holdsSource) return { scaled: source };
      return cropMixed === 'scale-down'
        ? { scaled: inside() }
        : { scaled: source, cut: { width: Math.min(W, w), height: Math.min(H, h) } };
    case 'aspect-crop':
      if (coversSource) return covered();
      return {
        scaled: source,
        cut: widthDecides
          ? { width: roundSide(W, h, H, rounding), height: h }
          : { width: w, height: roundSide(H, w, W, rounding) },
      };
  }
}
