/** How an image is fitted into `width` and `height`. Only `scale-down` (the default), `crop` and `aspect-crop` never enlarge. */
export type ImageFit =
  | 'scale-down'
  | 'contain'
  | 'cover'
  | 'crop'
  | 'aspect-crop'
  | 'pad'
  | 'squeeze'
  | 'scale-up';

/** What stays in view when a side is cut. A point is `XxY`, each from 0 to 1: `"0.5x0.33"`. */
export type ImageGravity =
  | 'auto'
  | 'face'
  | 'left'
  | 'right'
  | 'top'
  | 'bottom'
  | 'center'
  | 'entropy'
  | `${number}x${number}`;

/** From 1 to 100, or one of Cloudflare's four words. */
export type ImageQuality = number | 'high' | 'medium-high' | 'medium-low' | 'low';

/**
 * The options of a flexible variant, which is what a delivery URL may end in instead of a name.
 * Defaults and limits are Cloudflare's (docs: optimization/features, read 2026-11-22).
 */
export interface ImageOptions {
  /** Pixels. @default the width of the original */
  width?: number | undefined;
  /** Pixels. @default the height of the original */
  height?: number | undefined;
  /** Multiplies width, height and trim; at most 2. @default 1 */
  dpr?: number | undefined;
  /** @default "scale-down" */
  fit?: ImageFit | undefined;
  /** For `cover`, `crop` and `aspect-crop`. @default "center" */
  gravity?: ImageGravity | undefined;
  /** From 0 to 1; how close to go, with `gravity: "face"`. @default 0 */
  zoom?: number | undefined;
  /** @default 85 */
  quality?: ImageQuality | undefined;
  /** Quality for a slow connection; Chromium only, after client hints were allowed. */
  slowConnectionQuality?: ImageQuality | undefined;
  /** `auto` picks by the Accept header; AVIF above 1200 px comes as WebP. @default "auto" */
  format?:
    | 'auto'
    | 'avif'
    | 'webp'
    | 'jpeg'
    | 'baseline-jpeg'
    | 'json'
    | 'png'
    | 'png-force'
    | 'svg'
    | undefined;
  /** False keeps only the first frame of an animation. @default true */
  anim?: boolean | undefined;
  /** Under transparency and around `pad`: a CSS name, `#rrggbb`, `rgb()` or `rgba()`. @default "white" */
  background?: string | undefined;
  /** Radius from 0 to 250. No protection: whoever sees the URL can edit it out. @default 0 */
  blur?: number | undefined;
  /** Factor. @default 1 */
  brightness?: number | undefined;
  /** Factor. @default 1 */
  contrast?: number | undefined;
  /** Factor. @default 1 */
  gamma?: number | undefined;
  /** Factor; 0 is greyscale. @default 1 */
  saturation?: number | undefined;
  /** From 0 to 10. @default 0 */
  sharpen?: number | undefined;
  /** Degrees clockwise; width and height mean the turned image. @default 0 */
  rotate?: 0 | 90 | 180 | 270 | undefined;
  /** Before rotation. */
  flip?: 'h' | 'v' | 'hv' | undefined;
  /** `top;right;bottom;left`: whole numbers are pixels, decimals below 1 a share of that side. */
  trim?: 'border' | `${number};${number};${number};${number}` | undefined;
  trimTop?: number | undefined;
  trimLeft?: number | undefined;
  /** Counted from the left edge that `trimLeft` leaves. */
  trimWidth?: number | undefined;
  /** Counted from the top edge that `trimTop` leaves. */
  trimHeight?: number | undefined;
  /** Colour of the border that `trim: "border"` removes. @default detected */
  trimBorderColor?: string | undefined;
  /** From 0 to 255. */
  trimBorderTolerance?: number | undefined;
  /** Pixels of border to leave. */
  trimBorderKeep?: number | undefined;
  /** JPEG output only; every other format drops all of it. @default "copyright" */
  metadata?: 'copyright' | 'keep' | 'none' | undefined;
  /** Answers sooner, with larger files and rather JPEG. */
  compression?: 'fast' | undefined;
  /** Removes the background. */
  segment?: 'foreground' | undefined;
  /** How a fit that enlarges does it. @default "interpolate" */
  upscale?: 'interpolate' | 'generate' | undefined;
}

/**
 * The values Cloudflare takes, as they stand in a URL, and what an absent option means, where that
 * is a value: it is left out of the URL.
 */
type OptionRow = readonly [values: RegExp, absent?: string | number | boolean];

const amount: OptionRow = [/\d+(\.\d+)?/];
const factor: OptionRow = [/\d+(\.\d+)?/, 1];
const pixels: OptionRow = [/[1-9]\d*/];
const colour = /[a-z]+|#[\da-f]{3,8}|rgba?\([\d., %/]+\)/;

/**
 * Every option. The order is the order in the URL, so that equal requests have one URL and one
 * place in every cache. To support a new option, add a row: the builder and the parser read this
 * table. The emulator does not, on purpose, because it is there to disagree.
 */
export const optionTable: Readonly<Record<keyof ImageOptions, OptionRow>> = {
  width: pixels,
  height: pixels,
  dpr: [/1|0\.0*[1-9]\d*|1\.\d+|2/, 1],
  fit: [/scale-down|contain|cover|(aspect-)?crop|pad|squeeze|scale-up/, 'scale-down'],
  gravity: [/center|auto|face|left|right|top|bottom|entropy|(0?\.\d+|0|1)x(0?\.\d+|0|1)/, 'center'],
  zoom: [/0|0?\.\d+|1/, 0],
  quality: [/[1-9]\d?|100|high|medium-high|medium-low|low/, 85],
  slowConnectionQuality: [/[1-9]\d?|100|high|medium-high|medium-low|low/],
  format: [/auto|avif|webp|(baseline-)?jpeg|json|png(-force)?|svg/, 'auto'],
  anim: [/true|false/, true],
  background: [colour, 'white'],
  blur: [/1?\d?\d|2[0-4]\d|250/, 0],
  brightness: factor,
  contrast: factor,
  gamma: factor,
  saturation: factor,
  sharpen: [/\d(\.\d+)?|10/, 0],
  rotate: [/0|90|180|270/, 0],
  flip: [/h|v|hv/],
  trim: [/border|((\d+|\d*\.\d+);){3}(\d+|\d*\.\d+)/],
  trimTop: amount,
  trimLeft: amount,
  trimWidth: amount,
  trimHeight: amount,
  trimBorderColor: [colour],
  trimBorderTolerance: [/1?\d?\d|2[0-4]\d|25[0-5]/],
  trimBorderKeep: [/\d+/],
  metadata: [/copyright|keep|none/, 'copyright'],
  compression: [/fast/],
  segment: [/foreground/],
  upscale: [/interpolate|generate/, 'interpolate'],
};

/** Keys that Cloudflare lets us shorten. */
export const shortKeys: Readonly<Record<string, string>> = {
  width: 'w',
  height: 'h',
  gravity: 'g',
  quality: 'q',
  slowConnectionQuality: 'scq',
  format: 'f',
};
