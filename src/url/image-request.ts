import type { ImageFit, ImageOptions } from './image-options.js';

/** The options a responsive image takes: those that do not set its size, which the layout does. */
export type ResponsiveOptions = Omit<ImageOptions, 'width' | 'height' | 'dpr' | 'fit'> & {
  /**
   * `scale-down` keeps the ratio of the original. `cover`, `crop`, `aspect-crop`, `pad` and
   * `squeeze` make the ratio of `width` and `height`. `scale-up` is missing: it never shrinks.
   * @default "scale-down"
   */
  fit?: Exclude<ImageFit, 'scale-up'> | undefined;
};

/**
 * How large the image is shown, in CSS pixels, and what is known of the original. A lazy image is
 * fetched in the size of its box (`sizes="auto"`) only where its ratio is certain: with `fit`
 * `cover`, `pad`, `squeeze` or `aspect-crop`, or when the natural size is given and agrees.
 */
export interface ImageBox {
  /**
   * `constrained`: up to `width`, less where its container is narrower. `fixed`: always `width`.
   * `fullWidth`: as wide as the window; width and height then only give the ratio.
   * @default "constrained"
   */
  layout?: 'constrained' | 'fixed' | 'fullWidth' | undefined;
  width: number;
  height: number;
  /** Pixels of the original, after trim and rotation. When known, nothing larger is offered. */
  naturalWidth?: number | undefined;
  naturalHeight?: number | undefined;
}

type No<Names extends PropertyKey> = { [Name in Names]?: never };

/** Named variants or options, never both: a named variant takes no options. */
export type ImageSource<Variant extends string = string, Flexible extends boolean = boolean> =
  | ({
      /** Exactly this variant, without a srcset. */
      variant: Variant;
      variants?: never;
    } & No<keyof ResponsiveOptions>)
  | ({
      variant?: never;
      /**
       * The variants a srcset may use.
       * @default all of the delivery's, where flexible variants are off
       */
      variants?: readonly Variant[] | undefined;
    } & No<keyof ResponsiveOptions>)
  | (Flexible extends true ? No<'variant' | 'variants'> & ResponsiveOptions : never);

/** What `buildSrcset` wants to know. */
export type SrcsetRequest<
  Variant extends string = string,
  Flexible extends boolean = boolean,
> = ImageBox & ImageSource<Variant, Flexible>;

type ImageSizes =
  | {
      layout?: 'constrained' | 'fullWidth' | undefined;
      /**
       * What browsers without `sizes="auto"` believe about the shown width.
       * @default up to `width` (constrained) or the width of the window (fullWidth)
       */
      sizes?: string | undefined;
    }
  | { layout: 'fixed'; sizes?: never };

type ImageLoading =
  | {
      /** For the image that is the largest of the first screen: eager, and fetched first. */
      priority?: boolean | undefined;
      loading?: never;
      fetchPriority?: never;
    }
  | {
      priority?: false | undefined;
      /** @default "lazy" */
      loading?: 'lazy' | 'eager' | undefined;
      fetchPriority?: 'high' | 'low' | 'auto' | undefined;
    };

/** Everything that decides how an image is fetched: what `getImageProps` and `CfImage` take. */
export type ImageRequest<
  Variant extends string = string,
  Flexible extends boolean = boolean,
> = SrcsetRequest<Variant, Flexible> &
  ImageSizes &
  ImageLoading & {
    imageId: string;
    /** What the image shows, in words; empty for decoration. */
    alt: string;
  };
