import type { OutputCache } from '../cache/output-cache.js';
import { createSingleFlight } from '../cache/single-flight.js';
import type { Guesses } from '../guesses.js';
import type { ImageFacts } from '../render/image-facts.js';
import { plannedSize } from '../render/planned-size.js';
import type { RenderPlan } from '../render/render-plan.js';
import type { Renderer, Rendering } from '../render/renderer.js';
import { createBorderMemory } from './border-memory.js';
import { DeliveryError } from './delivery-error.js';
import { entityTag, matchesTag } from './entity-tag.js';
import { NotEmulatedError } from './error-response.js';
import { createFactsMemory } from './facts-memory.js';
import { imageHeaders } from './image-headers.js';
import type { ImageRequest } from './image-request.js';
import { negotiateFormat } from './negotiate-format.js';
import { noteLimits } from './note-limits.js';
import { parseAccept } from './parse-accept.js';
import { planGeometry } from './plan-geometry.js';
import { planRender } from './plan-render.js';
import { resolveHints } from './resolve-hints.js';
import { sanitizeSvg } from './svg/sanitize-svg.js';

/** Frames together above this many pixels are not delivered, or not transformed. */
const animationLimits = { deliver: 100_000_000, transform: 50_000_000 };

export interface AnswerParts {
  renderer: Renderer;
  cache: OutputCache;
  guesses: Guesses;
  strict: boolean;
}

/** Answers image requests; what it remembers of sources and results lives as long as it does. */
export function createImageAnswerer({ renderer, cache, guesses, strict }: AnswerParts) {
  const factsOf = createFactsMemory(renderer);
  const borderOf = createBorderMemory(renderer, guesses);
  const once = createSingleFlight<Rendering>();

  /** Draws unless the result is known, or is being drawn already. */
  async function obtain(key: string, make: () => Promise<Rendering>) {
    const known = await cache.get(key);
    if (known !== undefined) return { rendering: known, from: 'hit' };
    let made = false;
    const rendering = await once(key, async () => {
      // It may have been finished between the look into the cache and here.
      const late = await cache.get(key);
      if (late !== undefined) return late;
      made = true;
      const fresh = await make();
      await cache.put(key, fresh);
      return fresh;
    });
    return { rendering, from: made ? 'miss' : 'shared' };
  }

  async function send(
    { cacheControl, explanation, request, source, vary }: ImageRequest,
    {
      kind,
      recipe,
      make,
    }: { kind: 'raster' | 'svg' | 'json'; recipe: string; make: () => Promise<Rendering> },
  ): Promise<Response> {
    if (strict && explanation.missing.length > 0) {
      throw new NotEmulatedError(
        `${explanation.missing.join(', ')} (strict mode; see x-cf-images-explain)`,
      );
    }
    const etag = await entityTag(source.hash, recipe);
    if (matchesTag(request.headers.get('if-none-match'), etag)) {
      explanation.add('cache', 'revalidated');
      return new Response(null, {
        status: 304,
        headers: imageHeaders({ etag, cacheControl, vary, explanation, kind }),
      });
    }
    const { rendering, from } = await obtain(etag, make);
    explanation.add('cache', from);
    const headers = imageHeaders({ etag, cacheControl, vary, explanation, kind });
    headers.set('content-type', rendering.contentType);
    headers.set('content-length', String(rendering.bytes.byteLength));
    headers.set('cf-resized', 'internal=ok/m');
    const body = request.method === 'HEAD' ? null : (rendering.bytes as Uint8Array<ArrayBuffer>);
    return new Response(body, { status: 200, headers });
  }

  function passSvg(wanted: ImageRequest, facts: ImageFacts): Promise<Response> {
    wanted.explanation.add('svg', 'sanitised, options ignored');
    const { width, height, contentType } = facts;
    const make = async () => ({
      bytes: sanitizeSvg(await wanted.source.read()),
      contentType,
      width,
      height,
    });
    return send(wanted, { kind: 'svg', recipe: 'svg', make });
  }

  function passOriginal(wanted: ImageRequest, facts: ImageFacts): Promise<Response> {
    wanted.explanation.add('original', `untransformed, ${facts.area} pixels in all frames`);
    const { width, height, contentType } = facts;
    const make = async () => ({ bytes: await wanted.source.read(), contentType, width, height });
    return send(wanted, { kind: 'raster', recipe: 'original', make });
  }

  function describe(wanted: ImageRequest, facts: ImageFacts, plan: RenderPlan): Promise<Response> {
    const size = plannedSize(plan.geometry);
    const { width, height, contentType: format } = facts;
    const original = { file_size: wanted.source.byteLength, width, height, format };
    const bytes = new TextEncoder().encode(JSON.stringify({ ...size, original }));
    const make = async () => ({ ...size, bytes, contentType: 'application/json' });
    return send(wanted, { kind: 'json', recipe: `json ${size.width}x${size.height}`, make });
  }

  return async (asked: ImageRequest): Promise<Response> => {
    const { explanation, request, source, surface } = asked;
    const { options, vary } = resolveHints(asked.options, request.headers, explanation);
    const wanted = { ...asked, options, vary: [...asked.vary, ...vary] };
    const facts = await factsOf(source);
    if (facts.format === 'svg') return passSvg(wanted, facts);

    const moving = facts.pages > 1 && options.anim !== false;
    if (moving && facts.area > animationLimits.deliver) {
      throw new DeliveryError(
        9413,
        403,
        `All frames together have ${facts.area} pixels, over the limit of 100 megapixels`,
      );
    }
    if (moving && facts.area > animationLimits.transform) return passOriginal(wanted, facts);

    const border = options.trim === 'border' || options['trim.border.color'] !== undefined;
    const inside = border ? await borderOf(source, facts, options) : undefined;
    const geometry = planGeometry(facts, options, guesses, inside);
    noteLimits(options, geometry, facts, explanation, guesses);
    const { width, height } = plannedSize(geometry);
    const negotiated = negotiateFormat({
      surface,
      format: options.format,
      fast: options.compression === 'fast',
      accept: parseAccept(request.headers.get('accept')),
      source: facts,
      animated: moving,
      result: { width, height },
    });
    if (negotiated.warning !== undefined) explanation.warn(negotiated.warning);
    const plan = planRender(
      facts,
      options,
      geometry,
      { format: negotiated.format, animated: moving },
      guesses,
    );
    explanation.add('size', `${width}x${height}`);
    if (options.format === 'json') explanation.add('format', 'json (asked)');
    if (options.format === 'json') return describe(wanted, facts, plan);

    explanation.add('format', `${negotiated.format} (${negotiated.why})`);
    if (facts.format === 'heic') {
      explanation.notEmulated('heic', 'no decoder');
      throw new DeliveryError(
        9412,
        415,
        'Cloudflare Images converts HEIC; this emulator stores it but has no decoder for it. Use a JPEG of the same picture here.',
      );
    }
    const make = async () => renderer.render(await source.read(), plan);
    return send(wanted, { kind: 'raster', recipe: JSON.stringify(plan), make });
  };
}
