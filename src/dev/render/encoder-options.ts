import type { Encoding, OutputFormat } from './render-plan.js';

/**
 * How much work goes into a file. `fast` takes the least time that still looks right: WebP and
 * AVIF at effort 0, two thirds and a thirtieth of the time that sharp's defaults take.
 * `size-true` is those defaults, for files nearer to the service's in size.
 */
export type EncodingPace = 'fast' | 'size-true';

// AVIF looks as good at a much lower number. Sharp pairs its defaults 80 (JPEG, WebP) and 50
// (AVIF); this is the line through that point. Cloudflare's own mapping is not public.
function avifQuality(quality: number): number {
  const mapped = quality <= 80 ? quality * 0.625 : 50 + (quality - 80) * 2.5;
  return Math.max(1, Math.round(mapped));
}

const encoders = {
  jpeg: ({ quality, progressive = false }: Encoding) => ({ quality, progressive }),
  png: ({ quality, palette = false }: Encoding, isFast: boolean) => {
    return palette ? { palette, quality, effort: isFast ? 1 : 7 } : {};
  },
  gif: (_: Encoding, isFast: boolean) => ({ effort: isFast ? 1 : 7 }),
  webp: ({ quality, lossless = false }: Encoding, isFast: boolean) => {
    return { quality, lossless, effort: isFast ? 0 : 4 };
  },
  avif: ({ quality }: Encoding, isFast: boolean) => {
    return { quality: avifQuality(quality), effort: isFast ? 0 : 4 };
  },
} satisfies Record<OutputFormat, (encoding: Encoding, isFast: boolean) => object>;

/** The options of sharp's encoder for an encoding of ours. */
export function encoderOptions(encoding: Encoding, pace: EncodingPace): object {
  return encoders[encoding.format](encoding, pace === 'fast');
}
