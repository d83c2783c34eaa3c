import type { OutputCache } from '../cache/output-cache.js';
import type { Guesses } from '../guesses.js';
import type { ImageFacts } from '../render/image-facts.js';
import { plannedSize } from '../render/planned-size.js';
import type { Geometry, Size } from '../render/render-plan.js';
import type { Renderer, Rendering } from '../render/renderer.js';
import { createBorderMemory } from './border-memory.js';
import { DeliveryError } from './delivery-error.js';
import { createEntityTagger, matchesTag } from './entity-tag.js';
import { NotEmulatedError } from './error-response.js';
import { createFactsMemory } from './facts-memory.js';
import { imageHeaders } from './image-headers.js';
import type { ImageRequest } from './image-request.js';
import { negotiateFormat } from './negotiate-format.js';
import { noteLimits } from './note-limits.js';
import { createObtainer } from './obtain-rendering.js';
import { parseAccept } from './parse-accept.js';
import { planGeometry } from './plan-geometry.js';
import { planRender } from './plan-render.js';
import { resolveHints } from './resolve-hints.js';
import { sanitizeSvg } from './svg/sanitize-svg.js';

/** Pixels of all frames together: above these, delivered as it is, or not at all. */
const animationLimits = { transform: 50_000_000, deliver: 100_000_000 };

export interface AnswerParts {
  renderer: Renderer;
  cache: OutputCache;
  guesses: Guesses;
  strict: boolean;
}

/** What an answer will hold: `recipe` names it, together with the source; `make` makes it. */
interface Content {
  kind: 'raster' | 'svg' | 'json';
  recipe: string;
  make: () => Promise<Rendering>;
}

function svgContent({ source }: ImageRequest, { contentType, width, height }: ImageFacts): Content {
  const make = async () => {
    return { bytes: sanitizeSvg(await source.read()), contentType, width, height };
  };
  return { kind: 'svg', recipe: 'svg', make };
}

function originalContent(
  { source }: ImageRequest,
  { contentType, width, height }: ImageFacts,
): Content {
  const make = async () => ({ bytes: await source.read(), contentType, width, height });
  return { kind: 'raster', recipe: 'original', make };
}

/** `format=json`: the sizes before and after, in the field names of miniflare's mock. */
function jsonContent({ source }: ImageRequest, facts: ImageFacts, size: Size): Content {
  const { width, height, contentType: format } = facts;
  const original = { file_size: source.byteLength, width, height, format };
  const bytes = new TextEncoder().encode(JSON.stringify({ ...size, original }));
  const make = async () => ({ ...size, bytes, contentType: 'application/json' });
  return { kind: 'json', recipe: `json ${size.width}x${size.height}`, make };
}

/** Answers image requests; what it remembers of sources and results lives as long as it does. */
export function createImageAnswerer({ renderer, cache, guesses, strict }: AnswerParts) {
  const factsOf = createFactsMemory(renderer);
  const borderOf = createBorderMemory(renderer, guesses);
  const tagOf = createEntityTagger();
  const obtain = createObtainer(cache);

  function rasterContent(
    { explanation, options, request, source, surface }: ImageRequest,
    facts: ImageFacts,
    { geometry, result, moving }: { geometry: Geometry; result: Size; moving: boolean },
  ): Content {
    const { format, why, warning } = negotiateFormat({
      surface,
      format: options.format,
      fast: options.compression === 'fast',
      accept: parseAccept(request.headers.get('accept')),
      source: facts,
      animated: moving,
      result,
    });
    if (warning !== undefined) explanation.warn(warning);
    explanation.add('format', `${format} (${why})`);
    if (facts.format === 'heic') {
      explanation.notEmulated('heic', 'no decoder');
      throw new DeliveryError(
        9412,
        415,
        'Cloudflare Images converts HEIC; this emulator stores it but has no decoder for it. Use a JPEG of the same picture here.',
      );
    }
    const plan = planRender(facts, options, geometry, { format, animated: moving }, guesses);
    const make = async () => renderer.render(await source.read(), plan);
    return { kind: 'raster', recipe: JSON.stringify(plan), make };
  }

  async function contentOf(wanted: ImageRequest): Promise<Content> {
    const { explanation, options, source } = wanted;
    const facts = await factsOf(source);
    if (facts.format === 'svg') {
      explanation.add('svg', 'sanitised, options ignored');
      return svgContent(wanted, facts);
    }
    const moving = facts.pages > 1 && options.anim !== false;
    if (moving && facts.area > animationLimits.deliver) {
      const limit = animationLimits.deliver;
      const message = `All frames together have ${facts.area} pixels, over the limit of ${limit}`;
      throw new DeliveryError(9413, 403, message);
    }
    if (moving && facts.area > animationLimits.transform) {
      explanation.add('original', `untransformed, ${facts.area} pixels in all frames`);
      return originalContent(wanted, facts);
    }
    const border = options.trim === 'border' || options['trim.border.color'] !== undefined;
    const inside = border ? await borderOf(source, facts, options) : undefined;
    const geometry = planGeometry(facts, options, guesses, inside);
    const result = plannedSize(geometry);
    noteLimits(options, geometry, facts, explanation, guesses);
    explanation.add('size', `${result.width}x${result.height}`);
    if (options.format === 'json') {
      explanation.add('format', 'json (asked)');
      return jsonContent(wanted, facts, result);
    }
    return rasterContent(wanted, facts, { geometry, result, moving });
  }

  async function send(wanted: ImageRequest, { kind, recipe, make }: Content): Promise<Response> {
    const { cacheControl, explanation, request, source, vary } = wanted;
    if (strict && explanation.missing.length > 0) {
      const missing = explanation.missing.join(', ');
      throw new NotEmulatedError(`${missing} (strict mode; see x-cf-images-explain)`);
    }
    const etag = await tagOf(source.hash, recipe);
    const describe = () => imageHeaders({ etag, cacheControl, vary, explanation, kind });
    if (matchesTag(request.headers.get('if-none-match'), etag)) {
      explanation.add('cache', 'revalidated');
      return new Response(null, { status: 304, headers: describe() });
    }
    const { rendering, origin } = await obtain(etag, make);
    explanation.add('cache', origin);
    const headers = describe();
    headers.set('content-type', rendering.contentType);
    headers.set('content-length', String(rendering.bytes.byteLength));
    headers.set('cf-resized', 'internal=ok/m');
    // Never shared memory: every byte comes from a decoder, a file or an encoder of text.
    const body = request.method === 'HEAD' ? null : (rendering.bytes as Uint8Array<ArrayBuffer>);
    return new Response(body, { status: 200, headers });
  }

  return async (asked: ImageRequest): Promise<Response> => {
    const { headers } = asked.request;
    const { options, vary } = resolveHints(asked.options, headers, asked.explanation);
    const wanted = { ...asked, options, vary: [...asked.vary, ...vary] };
    return send(wanted, await contentOf(wanted));
  };
}
