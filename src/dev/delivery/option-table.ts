import type { Rgba } from '../render/render-plan.js';
import {
  type Length,
  readBoolean,
  readEither,
  readInteger,
  readIntegers,
  readLength,
  readNumber,
  readPoint,
  readSides,
  readWord,
} from './option-readers.js';
import { parseColor } from './parse-color.js';

export type Fit =
  | 'scale-down'
  | 'contain'
  | 'cover'
  | 'crop'
  | 'aspect-crop'
  | 'pad'
  | 'squeeze'
  | 'scale-up';

export type Side = 'left' | 'right' | 'top' | 'bottom';

export type Quality = number | 'high' | 'medium-high' | 'medium-low' | 'low';

/** The options of a delivery or transformation URL by their full names, with typed values. */
export interface DeliveryOptions {
  width?: number | 'auto';
  wbreakpoints?: readonly number[];
  wmobile?: number;
  wdesktop?: number;
  height?: number;
  dpr?: number;
  fit?: Fit;
  gravity?: 'auto' | 'face' | 'center' | 'entropy' | Side | { x: number; y: number };
  zoom?: number;
  quality?: Quality;
  'slow-connection-quality'?: Quality;
  format?:
    | 'auto'
    | 'avif'
    | 'webp'
    | 'jpeg'
    | 'baseline-jpeg'
    | 'json'
    | 'png'
    | 'png-force'
    | 'svg';
  anim?: boolean;
  background?: Rgba;
  blur?: number;
  brightness?: number;
  contrast?: number;
  gamma?: number;
  saturation?: number;
  sharpen?: number;
  rotate?: '0' | '90' | '180' | '270' | '360';
  flip?: 'h' | 'v' | 'hv';
  trim?: 'border' | { top: Length; right: Length; bottom: Length; left: Length };
  'trim.top'?: Length;
  'trim.left'?: Length;
  'trim.width'?: Length;
  'trim.height'?: Length;
  'trim.border.color'?: Rgba;
  'trim.border.tolerance'?: number;
  'trim.border.keep'?: number;
  metadata?: 'copyright' | 'keep' | 'none';
  compression?: 'fast';
  segment?: 'foreground';
  upscale?: 'interpolate' | 'generate';
  onerror?: 'redirect';
}

export type OptionName = keyof DeliveryOptions;

/** One option: its shorter name, the URLs it belongs to, and the check of its value. */
export interface OptionRow<Value> {
  alias?: string;
  /** True: means something in `/cdn-cgi/image/` URLs only. */
  remoteOnly?: boolean;
  read: (text: string) => Value | undefined;
}

const readQuality = readEither(
  readInteger(1, 100),
  readWord('high', 'medium-high', 'medium-low', 'low'),
);

/**
 * Every option that can stand in a URL (docs: optimization/features, 2026-06-16, and the
 * Workers types). To teach the emulator an option, add it to `DeliveryOptions` and follow the
 * compiler. `border` is missing on purpose: it has no URL form.
 */
export const optionTable: {
  readonly [Name in OptionName]-?: OptionRow<NonNullable<DeliveryOptions[Name]>>;
} = {
  width: { alias: 'w', read: readEither(readInteger(1), readWord('auto')) },
  wbreakpoints: { remoteOnly: true, read: readIntegers },
  wmobile: { remoteOnly: true, read: readInteger(1) },
  wdesktop: { remoteOnly: true, read: readInteger(1) },
  height: { alias: 'h', read: readInteger(1) },
  dpr: { read: (text) => readNumber(0)(text) || undefined },
  fit: {
    read: readWord(
      'scale-down',
      'contain',
      'cover',
      'crop',
      'aspect-crop',
      'pad',
      'squeeze',
      'scale-up',
    ),
  },
  gravity: {
    alias: 'g',
    read: readEither(
      readWord('auto', 'face', 'left', 'right', 'top', 'bottom', 'center', 'entropy'),
      readPoint,
    ),
  },
  zoom: { alias: 'face-zoom', read: readNumber(0, 1) },
  quality: { alias: 'q', read: readQuality },
  'slow-connection-quality': { alias: 'scq', read: readQuality },
  format: {
    alias: 'f',
    read: readWord(
      'auto',
      'avif',
      'webp',
      'jpeg',
      'baseline-jpeg',
      'json',
      'png',
      'png-force',
      'svg',
    ),
  },
  anim: { read: readBoolean },
  background: { read: parseColor },
  blur: { read: readInteger(0, 250) },
  brightness: { read: readNumber(0) },
  contrast: { read: readNumber(0) },
  gamma: { read: readNumber(0) },
  saturation: { read: readNumber(0) },
  sharpen: { read: readNumber(0, 10) },
  rotate: { read: readWord('0', '90', '180', '270', '360') },
  flip: { read: readWord('h', 'v', 'hv') },
  trim: { read: readEither(readWord('border'), readSides) },
  'trim.top': { read: readLength },
  'trim.left': { read: readLength },
  'trim.width': { read: readLength },
  'trim.height': { read: readLength },
  'trim.border.color': { read: parseColor },
  'trim.border.tolerance': { read: readInteger(0, 255) },
  'trim.border.keep': { read: readInteger(0) },
  metadata: { read: readWord('copyright', 'keep', 'none') },
  compression: { read: readWord('fast') },
  segment: { read: readWord('foreground') },
  upscale: { read: readWord('interpolate', 'generate') },
  onerror: { remoteOnly: true, read: readWord('redirect') },
};
