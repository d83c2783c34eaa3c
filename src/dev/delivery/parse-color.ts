import type { Rgba } from '../render/render-plan.js';
import { cssColors } from './css-colors.js';

function fromHex(digits: string): Rgba | undefined {
  if (!/^(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(digits)) return undefined;
  const long = digits.length < 6 ? digits.replace(/./g, '$&$&') : digits;
  const at = (index: number) => Number.parseInt(long.slice(index * 2, index * 2 + 2), 16);
  return { r: at(0), g: at(1), b: at(2), alpha: long.length === 8 ? at(3) / 255 : 1 };
}

function share(text: string, full: number): number | undefined {
  const match = /^(\d*\.?\d+)(%?)$/.exec(text);
  if (match === null) return undefined;
  const value = match[2] === '%' ? (Number(match[1]) / 100) * full : Number(match[1]);
  return Math.min(full, value);
}

function fromFunction(text: string): Rgba | undefined {
  const match = /^rgba?\(([^()]*)\)$/.exec(text);
  const parts = match?.[1]?.trim().split(/\s*[,/]\s*|\s+/) ?? [];
  if (parts.length !== 3 && parts.length !== 4) return undefined;
  const [r, g, b] = parts.slice(0, 3).map((part) => share(part, 255));
  const alpha = parts[3] === undefined ? 1 : share(parts[3], 1);
  if (r === undefined || g === undefined || b === undefined || alpha === undefined)
    return undefined;
  return { r: Math.round(r), g: Math.round(g), b: Math.round(b), alpha };
}

/** A colour of CSS as the `background` option takes it, or undefined: a name, `#`, rgb() or rgba(). */
export function parseColor(text: string): Rgba | undefined {
  const color = text.trim().toLowerCase();
  if (color === 'transparent') return { r: 0, g: 0, b: 0, alpha: 0 };
  if (color.startsWith('#')) return fromHex(color.slice(1));
  const named = cssColors.get(color);
  return named === undefined ? fromFunction(color) : fromHex(named);
}
