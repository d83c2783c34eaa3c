import type { Guesses } from '../guesses.js';
import type { Box, Geometry, Size } from '../render/render-plan.js';
import { plannedSize } from '../render/planned-size.js';
import { turned } from '../render/turned.js';
import { DeliveryError } from './delivery-error.js';
import { fitSize } from './fit-size.js';
import type { DeliveryOptions } from './option-table.js';
import { placeCut } from './place-cut.js';
import { trimBox } from './trim-box.js';

type GeometryGuesses = Pick<Guesses, 'rounding' | 'cropMixed' | 'dprOver'>;

const longestEnlarged = 5000;

/** The dpr that is used for the one that was asked for. */
export function usedDpr(asked: number, dprOver: Guesses['dprOver']): number {
  return Math.min(asked, dprOver === 'clamp-3' ? 3 : 2);
}

function rotation({ rotate }: DeliveryOptions): Geometry['rotate'] {
  return rotate === '90' ? 90 : rotate === '180' ? 180 : rotate === '270' ? 270 : 0;
}

/**
 * Where every pixel goes, in numbers and in the documented order: trim, flip, rotate, resize
 * and fit. Nothing is drawn to know it.
 *
 * @param source the size after EXIF orientation
 * @param border the part inside the border, for `trim=border`
 * @throws DeliveryError 9401 for a refused dpr, 9413 when nothing or too much would be left
 */
export function planGeometry(
  source: Size,
  options: DeliveryOptions,
  guesses: GeometryGuesses,
  border?: Box,
): Geometry {
  const { dpr: askedDpr = 1, fit = 'scale-down', gravity = 'center', flip } = options;
  if (askedDpr > 2 && guesses.dprOver === 'refuse') {
    throw new DeliveryError(9401, 400, `dpr=${askedDpr} is above the maximum of 2`);
  }
  const dpr = usedDpr(askedDpr, guesses.dprOver);
  const trim = trimBox(source, options, dpr, border);
  if (trim !== undefined && (trim.width === 0 || trim.height === 0)) {
    throw new DeliveryError(9413, 403, 'Trimming leaves nothing of the image');
  }
  const rotate = rotation(options);
  const used = turned(trim ?? source, rotate);
  const side = (value: number | 'auto' | undefined) =>
    typeof value === 'number' ? Math.max(1, Math.round(value * dpr)) : undefined;
  const target = { width: side(options.width), height: side(options.height) };
  const { scaled, cut, canvas } = fitSize(used, target, fit, guesses);
  refuseOversize(used, canvas ?? cut ?? scaled);

  const geometry: Geometry = {
    flip: { horizontal: flip?.includes('h') === true, vertical: flip?.includes('v') === true },
    rotate,
    scaled,
  };
  const whole =
    trim === undefined || (trim.width === source.width && trim.height === source.height);
  if (!whole) geometry.trim = trim;
  const placed = cut && placeCut(scaled, cut, gravity);
  if (placed !== undefined) geometry.cut = placed;
  if (canvas !== undefined) {
    const { width, height } = plannedSize(geometry);
    const left = Math.floor((canvas.width - width) / 2);
    const top = Math.floor((canvas.height - height) / 2);
    const right = canvas.width - width - left;
    const bottom = canvas.height - height - top;
    if (left + right + top + bottom > 0) geometry.extend = { top, right, bottom, left };
  }
  return geometry;
}

function refuseOversize(source: Size, result: Size): void {
  const tooLong = (side: 'width' | 'height') =>
    result[side] > longestEnlarged && result[side] > source[side];
  if (!tooLong('width') && !tooLong('height')) return;
  const { width, height } = result;
  throw new DeliveryError(
    9413,
    403,
    `Enlarging to ${width}x${height} is refused: a side would be longer than ${longestEnlarged} pixels`,
  );
}
