import type { Size } from './render-plan.js';

const headBytes = 64 * 1024;
// Everything that may stand before the root: a byte order mark, space, the XML declaration
// and other instructions, comments and a DOCTYPE.
const prolog = /^\uFEFF?(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>]*)?>)*/i;
const root = /^<(?:[A-Za-z_][\w.-]*:)?svg(?=[\s/>])((?:"[^"]*"|'[^']*'|[^>"'])*)>/;

function rootAttributes(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, headBytes));
  return root.exec(head.slice(prolog.exec(head)?.[0].length ?? 0))?.[1];
}

/** True for bytes that start as an SVG document does. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  return rootAttributes(bytes) !== undefined;
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match?.[1] ?? match?.[2];
}

function pixels(length: string | undefined): number | undefined {
  const match = /^\s*(\d*\.?\d+)(?:px)?\s*$/.exec(length ?? '');
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/**
 * The size an SVG gives itself: width and height in pixels, else its viewBox, else the
 * 300 by 150 that browsers take. Nothing is drawn to learn it.
 */
export function svgSize(bytes: Uint8Array): Size {
  const attributes = rootAttributes(bytes) ?? '';
  const [, , boxWidth, boxHeight] = (attribute(attributes, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const side = (name: string, fallback: number) => {
    const length = pixels(attribute(attributes, name)) ?? fallback;
    return Math.max(1, Math.round(Number.isFinite(length) ? length : 1));
  };
  return { width: side('width', boxWidth ?? 300), height: side('height', boxHeight ?? 150) };
}
