import type { Look } from './render-plan.js';

/**
 * Brightness, contrast and gamma as one table from channel value to channel value, or
 * undefined when they change nothing. One pass over the small result, exact, and the same
 * with any renderer.
 */
export function toneCurve({ brightness = 1, contrast = 1, exponent = 1 }: Look) {
  if (brightness === 1 && contrast === 1 && exponent === 1) return undefined;
  return Uint8ClampedArray.from({ length: 256 }, (_, value) => {
    const lit = 255 * (value / 255) ** exponent * brightness;
    return Math.round((lit - 127.5) * contrast + 127.5);
  });
}

/** A copy of interleaved pixels with the curve applied to all channels but alpha. */
export function applyToneCurve(
  pixels: Uint8Array,
  channels: number,
  curve: Uint8ClampedArray,
): Uint8Array {
  const toned = new Uint8Array(pixels);
  const alpha = channels === 2 || channels === 4 ? channels - 1 : -1;
  for (let at = 0; at < toned.length; at += 1) {
    // Both reads lie inside their arrays: a byte is a valid index of 256 values.
    if (at % channels !== alpha) toned[at] = curve[toned[at] as number] as number;
  }
  return toned;
}
