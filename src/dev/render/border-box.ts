import type { Box, Size } from './render-plan.js';
import type { BorderSearch } from './renderer.js';

/**
 * The part of a picture inside its border: the smallest box that holds every pixel which
 * differs from the border's colour. A picture of one colour is all border and stays whole.
 *
 * @param pixels interleaved RGBA
 */
export function borderBox(pixels: Uint8Array, { width, height }: Size, search: BorderSearch): Box {
  const { color, tolerance } = search;
  const channel = (at: number) => pixels[at] ?? 0;
  const alpha = color === undefined ? channel(3) : Math.round(color.alpha * 255);
  const [r, g, b] =
    color === undefined ? [channel(0), channel(1), channel(2)] : [color.r, color.g, color.b];
  // Compared as they would look over black: the colour of a transparent pixel means nothing.
  const border = [r, g, b].map((value) => (value * alpha) / 255);
  const isBorder = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    const opacity = channel(at + 3);
    return (
      Math.abs(opacity - alpha) <= tolerance &&
      border.every((value, index) => {
        return Math.abs((channel(at + index) * opacity) / 255 - value) <= tolerance;
      })
    );
  };
  const isBorderRow = (y: number) => {
    for (let x = 0; x < width; x += 1) if (!isBorder(x, y)) return false;
    return true;
  };
  let top = 0;
  while (top < height && isBorderRow(top)) top += 1;
  if (top === height) return { left: 0, top: 0, width, height };
  let bottom = height;
  while (isBorderRow(bottom - 1)) bottom -= 1;
  const isBorderColumn = (x: number) => {
    for (let y = top; y < bottom; y += 1) if (!isBorder(x, y)) return false;
    return true;
  };
  let left = 0;
  while (isBorderColumn(left)) left += 1;
  let right = width;
  while (isBorderColumn(right - 1)) right -= 1;
  return { left, top, width: right - left, height: bottom - top };
}
