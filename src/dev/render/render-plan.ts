/** In pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A part of a picture, counted from its top left corner. */
export interface Box extends Size {
  left: number;
  top: number;
}

/** Channels 0 to 255, alpha 0 to 1. */
export interface Rgba {
  r: number;
  g: number;
  b: number;
  alpha: number;
}

/** A cut whose place only the picture can tell. */
export interface SmartCut extends Size {
  strategy: 'attention' | 'entropy';
}

/** Where every pixel goes. Numbers only: nothing here needs the picture but a `SmartCut`. */
export interface Geometry {
  /** The part of the upright source that is used; absent for all of it. */
  trim?: Box;
  flip: { horizontal: boolean; vertical: boolean };
  /** Clockwise, after the flip. */
  rotate: 0 | 90 | 180 | 270;
  /** What the turned picture is scaled to, each side on its own. */
  scaled: Size;
  /** The part of the scaled picture that stays. */
  cut?: Box | SmartCut;
  /** Rows and columns added around it. */
  extend?: { top: number; right: number; bottom: number; left: number };
}

/** Changes of colour and sharpness; absent is unchanged. */
export interface Look {
  brightness?: number;
  contrast?: number;
  /** The exponent a channel of 0..1 is raised to: below 1 is lighter. */
  exponent?: number;
  saturation?: number;
  /** Standard deviation of the blur, in pixels of the result. */
  blurSigma?: number;
  /** 0 to 10. */
  sharpen?: number;
}

export type OutputFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif';

/** How the result is written. */
export interface Encoding {
  format: OutputFormat;
  /** 1 to 100, on the scale of JPEG for every format. */
  quality: number;
  /** WebP at quality 100. */
  lossless?: boolean;
  /** JPEG in several passes. */
  progressive?: boolean;
  /** PNG with at most 256 colours. */
  palette?: boolean;
  /** What a JPEG keeps of its source. Every other format keeps nothing. */
  metadata: 'keep' | 'copyright' | 'none';
}

/** All that a renderer has to know, and all that the result depends on besides the bytes. */
export interface RenderPlan {
  frames: 'all' | 'first';
  geometry: Geometry;
  look: Look;
  /** Fills the added rows and columns. */
  canvas: Rgba;
  /** Laid under transparency; absent keeps it. */
  underlay?: Rgba;
  encoding: Encoding;
}
