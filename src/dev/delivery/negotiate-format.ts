import type { ImageFacts } from '../render/image-facts.js';
import type { OutputFormat, Size } from '../render/render-plan.js';
import type { DeliveryOptions } from './option-table.js';

/** A format and the reason for it, in the word that the explain header shows. */
export interface Negotiated {
  format: OutputFormat;
  why: string;
  /** Text of a `Warning` header. */
  warning?: string;
}

/** Longest side that is written as AVIF; a page of limits, read as a limit of the output. */
export const longestAvif = 1200;

/** What a format request is decided on. */
export interface FormatRequest {
  surface: 'hosted' | 'remote';
  format: DeliveryOptions['format'];
  fast: boolean;
  accept: ReadonlySet<string>;
  source: Pick<ImageFacts, 'format' | 'hasAlpha'>;
  /** The result moves. */
  animated: boolean;
  result: Size;
}

/** What is sent to a client that names no format: the source's own where browsers all know it. */
function standardFormat({ source, animated }: FormatRequest): OutputFormat {
  if (source.format === 'png') return 'png';
  // A GIF keeps its palette and its motion; another format's animation has no other home.
  if (source.format === 'gif' || animated) return 'gif';
  return source.hasAlpha ? 'png' : 'jpeg';
}

/** The format of an answer: AVIF if accepted and feasible, else WebP, else a standard one. */
export function negotiateFormat(request: FormatRequest): Negotiated {
  const { accept, animated, fast, result, source, surface } = request;
  const asked = request.format ?? (surface === 'hosted' ? 'auto' : undefined);
  const standard = standardFormat(request);
  const takesWebp = accept.has('image/webp');
  const avifObstacle = animated
    ? 'animated'
    : Math.max(result.width, result.height) > longestAvif
      ? `over ${longestAvif} px`
      : undefined;

  if (asked === 'jpeg' || asked === 'baseline-jpeg') return { format: 'jpeg', why: 'asked' };
  if (fast && !animated && !source.hasAlpha) return { format: 'jpeg', why: 'compression' };
  if (asked === 'webp') return { format: 'webp', why: 'asked' };
  if (asked === 'png-force') return { format: 'png', why: 'asked' };
  if (asked === 'png') {
    const warning = 'JPEG vs PNG selection is automatic';
    return { format: source.hasAlpha ? 'png' : standard, why: 'automatic', warning };
  }
  if (asked === 'avif') {
    if (avifObstacle === undefined && !fast) return { format: 'avif', why: 'asked' };
    const why = `avif asked, ${avifObstacle ?? 'compression'}`;
    const knowsWebp = takesWebp || accept.has('image/avif');
    const fallback = { format: knowsWebp || animated ? ('webp' as const) : standard, why };
    return animated ? fallback : { ...fallback, warning: 'image too large for AVIF' };
  }
  if (asked === 'auto') {
    const takesAvif = accept.has('image/avif') && !fast;
    if (takesAvif && avifObstacle === undefined) return { format: 'avif', why: 'accept' };
    if (takesWebp)
      return { format: 'webp', why: takesAvif ? `accept, avif ${avifObstacle}` : 'accept' };
    return { format: standard, why: 'no better accepted' };
  }
  return { format: standard, why: 'standard' };
}
