import { buildImageUrl } from './build-delivery-url.js';
import { printSrcset } from './build-srcset.js';
import type { ImagePlanRequest } from './candidate.js';
import type { Delivery } from './create-delivery.js';
import { isPlanned, planImage } from './image-plan.js';
import type { ImageRequest } from './image-request.js';

/** The attributes of an `<img>`, spelled as React 19 and the DOM spell them. */
export interface ImageProps {
  alt: string;
  width: number;
  height: number;
  loading: 'lazy' | 'eager';
  decoding: 'async';
  fetchPriority?: 'high' | 'low' | 'auto';
  style: Readonly<Record<string, string | number>>;
  sizes?: string;
  srcSet?: string;
  src: string;
}

const fluid: ImageProps['style'] = { height: 'auto', maxWidth: '100%' };
const wide: ImageProps['style'] = { width: '100%', ...fluid };

/**
 * Everything an `<img>` needs, as a plain object, for code that cannot use `CfImage`. Props that
 * are not ours come back as they are. `src` is last: Safari fetches as soon as it is set.
 */
export function getImageProps<Variant extends string, Flexible extends boolean>(
  delivery: Delivery<Variant, Flexible>,
  request: ImageRequest<NoInfer<Variant>, Flexible>,
  /** React 18 and HTML write `fetchpriority`. */
  fetchPriorityName = 'fetchPriority',
): ImageProps {
  const {
    imageId,
    alt,
    priority,
    loading = priority ? 'eager' : 'lazy',
    fetchPriority = priority ? 'high' : undefined,
    sizes,
    style,
    ...others
  } = request as ImageRequest & { style?: ImageProps['style'] };
  const { width, height, layout } = others;
  const plan = planImage(delivery, others as ImagePlanRequest);
  const imageUrl = buildImageUrl(delivery, imageId);
  const box = layout === 'fullWidth' ? wide : fluid;
  // Assigned one by one, because this runs for every image of a page and spreads are slow.
  const props: Record<string, unknown> = { alt, width, height, loading, decoding: 'async' };
  if (fetchPriority) props[fetchPriorityName] = fetchPriority;
  props.style = style ? { ...box, ...style } : box;
  for (const name in others)
    if (!isPlanned(name)) props[name] = others[name as keyof typeof others];
  if (plan.entries.length > 1) {
    const shown = sizes ?? plan.sizes;
    const auto =
      loading === 'lazy' && layout !== 'fixed' && !/^auto/.test(shown ?? '') && hasRatio(others);
    if (shown) props.sizes = auto ? 'auto, ' + shown : shown;
    props.srcSet = printSrcset(plan, imageUrl);
  }
  props.src = imageUrl + plan.src;
  return props as unknown as ImageProps;
}

// With `auto` the browser lays the box out by width and height alone, and a file of another
// ratio would be stretched into it. So either the URL makes that ratio, or the original has it.
function hasRatio({ width, height, naturalWidth, naturalHeight, fit }: ImagePlanRequest): boolean {
  return (
    /^(cover|pad|squeeze|aspect-crop)$/.test(fit ?? '') ||
    Math.abs((naturalWidth! * height) / (naturalHeight! * width) - 1) < 0.01
  );
}
