import type { DeliveryOptions } from './option-table.js';

const defaultBreakpoints = [320, 768, 960, 1200];

/**
 * The width that `width=auto` stands for: with a viewport hint the smallest breakpoint that is
 * not below it, or the largest of all; without one a width for phones and one for the rest.
 */
export function autoWidth(
  { wbreakpoints = defaultBreakpoints, wmobile = 768, wdesktop = 1200 }: DeliveryOptions,
  headers: Headers,
): { width: number; why: string } {
  const hint = headers.get('sec-ch-viewport-width');
  const viewport = hint === null || hint.trim() === '' ? Number.NaN : Number(hint);
  const largest = wbreakpoints.at(-1);
  if (viewport > 0 && largest !== undefined) {
    const width = wbreakpoints.find((breakpoint) => breakpoint >= viewport) ?? largest;
    return { width, why: `viewport ${viewport}` };
  }
  const mobile = /iPhone|Android/.test(headers.get('user-agent') ?? '');
  return mobile ? { width: wmobile, why: 'mobile' } : { width: wdesktop, why: 'desktop' };
}
