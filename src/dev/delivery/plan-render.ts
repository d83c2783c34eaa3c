import type { Guesses } from '../guesses.js';
import type { ImageFacts } from '../render/image-facts.js';
import { plannedSize } from '../render/planned-size.js';
import type {
  Encoding,
  Geometry,
  Look,
  OutputFormat,
  RenderPlan,
  Rgba,
  Size,
} from '../render/render-plan.js';
import { DeliveryError } from './delivery-error.js';
import type { DeliveryOptions, Quality } from './option-table.js';

const white: Rgba = { r: 255, g: 255, b: 255, alpha: 1 };

const defaultQuality = 85;

// The numbers behind the words are not published; these are the ones miniflare's mock uses.
const qualityWords = { high: 90, 'medium-high': 70, 'medium-low': 50, low: 35 };

function qualityNumber(quality: Quality): number {
  return typeof quality === 'number' ? quality : qualityWords[quality];
}

function overWhite({ r, g, b, alpha }: Rgba): Rgba {
  const mix = (value: number) => Math.round(value * alpha + 255 * (1 - alpha));
  return { r: mix(r), g: mix(g), b: mix(b), alpha: 1 };
}

function planLook(
  options: DeliveryOptions,
  { gammaDirection }: Pick<Guesses, 'gammaDirection'>,
): Look {
  const { brightness, contrast, gamma, saturation = 1, blur, sharpen } = options;
  const look: Look = {};
  // Zero was once documented as "ignored", and black images are nobody's wish.
  if (brightness) look.brightness = brightness;
  if (contrast) look.contrast = contrast;
  if (gamma) look.exponent = gammaDirection === 'below-lightens' ? gamma : 1 / gamma;
  if (saturation !== 1) look.saturation = saturation;
  if (blur) look.blurSigma = blur / 2;
  if (sharpen) look.sharpen = sharpen;
  return look;
}

function isProgressive({ width, height }: Size): boolean {
  const tiny = width < 50 && height < 50;
  const huge = width > 3000 && height > 3000;
  return !tiny && !huge;
}

function planEncoding(options: DeliveryOptions, format: OutputFormat, result: Size): Encoding {
  const quality = qualityNumber(options.quality ?? defaultQuality);
  const encoding: Encoding = { format, quality, metadata: 'none' };
  if (format === 'webp' && options.quality === 100) encoding.lossless = true;
  if (format === 'png' && options.quality !== undefined) encoding.palette = true;
  if (format === 'jpeg') {
    encoding.progressive = options.format !== 'baseline-jpeg' && isProgressive(result);
    encoding.metadata = options.metadata ?? 'copyright';
  }
  return encoding;
}

const largestArea = 100_000_000;

// What is cut away afterwards has to be drawn first: a picture one pixel wide, scaled to cover,
// can be a thousand times its result.
function refuseLargeWork({ width, height }: Size, frames: number): void {
  const area = width * height * frames;
  if (area <= largestArea) return;
  throw new DeliveryError(
    9413,
    403,
    `Scaling to ${width}x${height}${frames > 1 ? ` in ${frames} frames` : ''} is refused: more than ${largestArea} pixels`,
  );
}

/** Everything a renderer must know, from what was asked and what the source is. */
export function planRender(
  source: Pick<ImageFacts, 'hasAlpha' | 'pages'>,
  options: DeliveryOptions,
  geometry: Geometry,
  { format, animated }: { format: OutputFormat; animated: boolean },
  guesses: Pick<Guesses, 'gammaDirection'>,
): RenderPlan {
  const frames = animated && (format === 'webp' || format === 'gif') ? 'all' : 'first';
  refuseLargeWork(geometry.scaled, frames === 'all' ? source.pages : 1);
  const opaque = format === 'jpeg';
  const background = options.background ?? white;
  const canvas = opaque ? overWhite(background) : background;
  const plan: RenderPlan = {
    frames,
    geometry,
    look: planLook(options, guesses),
    canvas,
    encoding: planEncoding(options, format, plannedSize(geometry)),
  };
  // Without a background of its own, a format that knows transparency keeps it.
  const filled = opaque || (options.background !== undefined && background.alpha === 1);
  if (source.hasAlpha && filled) plan.underlay = canvas;
  return plan;
}
