import { ImagesError } from '../protocol/images-error.js';
import type { ImagePlanRequest } from './candidate.js';
import type { Delivery } from './create-delivery.js';
import { optionTable } from './image-options.js';
import { listOptionCandidates } from './option-candidates.js';
import { listVariantCandidates } from './variant-candidates.js';

export interface ImagePlan {
  /** Last segment and descriptor of every srcset entry. */
  entries: readonly (readonly [last: string, descriptor: string])[];
  /** Last segment of the `src`: the entry for a screen of density 1. */
  src: string;
  /** How wide the image is shown; undefined with x descriptors, which ask for none. */
  sizes: string | undefined;
}

const plans = new WeakMap<Delivery, Map<string, ImagePlan>>();

/** True for the names of a request that decide over its plan. */
export function isPlanned(name: string): boolean {
  return (
    Object.hasOwn(optionTable, name) || /^(layout|variants?|natural(Width|Height))$/.test(name)
  );
}

/** The plan for a request, made once for equal ones; a delivery keeps 500 at most. */
export function planImage(delivery: Delivery, request: ImagePlanRequest): ImagePlan {
  let known = plans.get(delivery);
  if (!known || known.size > 499) plans.set(delivery, (known = new Map()));
  let key = '';
  for (const name in request)
    if (isPlanned(name)) key += `\n${name}=${request[name as keyof ImagePlanRequest]}`;
  let plan = known.get(key);
  if (!plan) known.set(key, (plan = makePlan(delivery, request)));
  return plan;
}

function makePlan(delivery: Delivery, request: ImagePlanRequest): ImagePlan {
  const { layout, width, height, variant, variants } = request;
  if (!(width > 0 && height > 0))
    throw new ImagesError('invalid-option', 'An image needs width and height');
  const full = layout === 'fullWidth';
  const names = variant ? [variant] : variants;
  const byOptions = delivery.flexible && !names;
  const all = byOptions
    ? listOptionCandidates(delivery, request)
    : listVariantCandidates(delivery, request, names);
  // Nobody sees more than density 2: the first that suffices for it is the last.
  const fitting = all.filter((_, i) => full || !i || all[i - 1]![0] < width * 2);
  // A window has no width here; 1200 serves a plain desktop, and whoever knows no srcset.
  const src = fitting.find(([wide]) => wide >= (full ? 1200 : width)) ?? fitting.at(-1)!;
  const fixed = layout === 'fixed';
  const byDensity = fixed && byOptions;
  return {
    src: src[1],
    entries: fitting.map(([wide, last]) => [
      last,
      byDensity ? ` ${+(wide / width).toFixed(2)}x` : ` ${wide}w`,
    ]),
    sizes: byDensity
      ? undefined
      : full
        ? '100vw'
        : fixed
          ? `${width}px`
          : `(min-width: ${width}px) ${width}px, 100vw`,
  };
}
