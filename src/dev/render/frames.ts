import type { Geometry } from './render-plan.js';

/** Decoded pictures of one size, stored one below the other, as animations are. */
export interface Frames {
  /** Interleaved channels of 8 bits. */
  data: Uint8Array;
  width: number;
  /** Of one frame. */
  height: number;
  count: number;
  channels: 1 | 2 | 3 | 4;
}

/** One frame of them, as a view. */
export function frameAt({ data, width, height, channels }: Frames, index: number): Frames {
  const length = width * height * channels;
  const frame = data.subarray(index * length, (index + 1) * length);
  return { data: frame, width, height, count: 1, channels };
}

/** Puts equally sized frames back together. */
export function stackFrames(frames: readonly Frames[]): Frames {
  const [first] = frames;
  if (first === undefined) throw new RangeError('stackFrames needs at least one frame');
  const data = new Uint8Array(first.data.length * frames.length);
  frames.forEach((frame, index) => data.set(frame.data, index * first.data.length));
  return { ...first, data, count: frames.length };
}

/**
 * Flips and turns every frame for itself. libvips would flip the whole stack, which also
 * reverses time, and refuses a quarter turn.
 */
export function turnFrames(frames: Frames, { flip, rotate }: Geometry): Frames {
  const { width, height, count, channels } = frames;
  const quarter = rotate === 90 || rotate === 270;
  const [outWidth, outHeight] = quarter ? [height, width] : [width, height];
  const data = new Uint8Array(frames.data.length);
  for (let y = 0; y < outHeight; y += 1) {
    for (let x = 0; x < outWidth; x += 1) {
      // The place in the flipped picture that a clockwise turn brings to (x, y).
      let fromX =
        rotate === 90 ? y : rotate === 180 ? width - 1 - x : rotate === 270 ? width - 1 - y : x;
      let fromY =
        rotate === 90 ? height - 1 - x : rotate === 180 ? height - 1 - y : rotate === 270 ? x : y;
      if (flip.horizontal) fromX = width - 1 - fromX;
      if (flip.vertical) fromY = height - 1 - fromY;
      const from = (fromY * width + fromX) * channels;
      const to = (y * outWidth + x) * channels;
      for (let frame = 0; frame < count; frame += 1) {
        const start = frame * width * height * channels;
        for (let channel = 0; channel < channels; channel += 1) {
          data[start + to + channel] = frames.data[start + from + channel] ?? 0;
        }
      }
    }
  }
  return { data, width: outWidth, height: outHeight, count, channels };
}
