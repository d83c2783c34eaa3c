import { borderBox } from './border-box.js';
import { type EncodingPace, encoderOptions } from './encoder-options.js';
import { exifCopyright } from './exif-copyright.js';
import { type Frames, frameAt, stackFrames, turnFrames } from './frames.js';
import { contentTypes } from './image-facts.js';
import { withSourceMetadata } from './jpeg-segments.js';
import {
  loadSharp,
  type Metadata,
  type OpenSharp,
  type Sharp,
  type SharpOptions,
} from './load-sharp.js';
import { probeImage } from './probe-image.js';
import type { Box, Geometry, Look, RenderPlan, SmartCut } from './render-plan.js';
import type { Renderer, Rendering } from './renderer.js';
import { applyToneCurve, toneCurve } from './tone-curve.js';
import { turned } from './turned.js';
import { readable } from './readable.js';

export interface SharpRendererOptions {
  /** @default "fast" */
  encoding?: EncodingPace;
  /**
   * The most pixels, of all frames together, that are ever decoded.
   *
   * @default 100 million, the area Cloudflare publishes as its limit
   */
  maxPixels?: number;
  /** After so long a rendering is given up. @default 30 */
  timeoutSeconds?: number;
}

/** How long an animation shows each frame, which raw pixels cannot carry. */
interface Timing {
  delay?: number[];
  loop?: number;
}

function isTurning({ flip, rotate }: Geometry): boolean {
  return flip.horizontal || flip.vertical || rotate !== 0;
}

function hasLook({ blurSigma, saturation, sharpen }: Look): boolean {
  return blurSigma !== undefined || saturation !== undefined || sharpen !== undefined;
}

function applyLook(image: Sharp, { blurSigma, saturation, sharpen }: Look): Sharp {
  if (blurSigma !== undefined) image.blur(Math.max(0.3, blurSigma));
  if (saturation !== undefined) image.modulate({ saturation });
  if (sharpen !== undefined) image.sharpen({ sigma: 1, m1: sharpen, m2: sharpen * 2 });
  return image;
}

/** Draws with sharp, an optional peer that is loaded on first use. */
export function createSharpRenderer(options: SharpRendererOptions = {}): Renderer {
  const { encoding: pace = 'fast', maxPixels = 100_000_000, timeoutSeconds = 30 } = options;
  const limits: SharpOptions = { limitInputPixels: maxPixels, failOn: 'error' };

  function finish(image: Sharp) {
    return readable(
      image.timeout({ seconds: timeoutSeconds }).toBuffer({ resolveWithObject: true }),
    );
  }

  async function toFrames(image: Sharp): Promise<Frames> {
    const { data, info } = await finish(image.toColourspace('srgb').raw({ depth: 'uchar' }));
    const { width, pageHeight: height = info.height, channels } = info;
    return { data, width, height, count: info.height / height, channels };
  }

  function fromFrames(sharp: OpenSharp, { data, width, height, count, channels }: Frames): Sharp {
    const raw = { width, height: height * count, channels };
    return count === 1
      ? sharp(data, { raw })
      : sharp(data, { raw: { ...raw, pageHeight: height }, pages: -1 });
  }

  async function placeCut(sharp: OpenSharp, frames: Frames, cut: SmartCut): Promise<Box> {
    const { width, height, strategy } = cut;
    const still = fromFrames(sharp, frameAt(frames, 0));
    const { info } = await finish(
      still.resize({ width, height, fit: 'cover', position: strategy }).raw(),
    );
    const offset = (value: number | undefined) => Math.abs(value ?? 0);
    return { left: offset(info.cropOffsetLeft), top: offset(info.cropOffsetTop), width, height };
  }

  /** The part of a plan that one pipeline cannot do, or not in the right order. */
  async function drawByFrames(sharp: OpenSharp, image: Sharp, plan: RenderPlan): Promise<Sharp> {
    const { geometry, look } = plan;
    const { cut } = geometry;
    let frames = await toFrames(image);
    if (plan.frames === 'all' && isTurning(geometry)) frames = turnFrames(frames, geometry);
    if (cut !== undefined) {
      const box = 'strategy' in cut ? await placeCut(sharp, frames, cut) : cut;
      frames = await toFrames(fromFrames(sharp, frames).extract(box));
    }
    if (hasLook(look)) {
      const styled: Frames[] = [];
      // One by one, so that the blur of a frame takes nothing from its neighbours.
      for (let index = 0; index < frames.count; index += 1) {
        styled.push(await toFrames(applyLook(fromFrames(sharp, frameAt(frames, index)), look)));
      }
      frames = stackFrames(styled);
    }
    const curve = toneCurve(look);
    if (curve !== undefined) {
      frames = { ...frames, data: applyToneCurve(frames.data, frames.channels, curve) };
    }
    return fromFrames(sharp, frames);
  }

  async function arrange(sharp: OpenSharp, bytes: Uint8Array, plan: RenderPlan): Promise<Sharp> {
    const { geometry, look } = plan;
    const { trim, flip, rotate, scaled, cut, extend } = geometry;
    const animated = plan.frames === 'all';
    const image = sharp(bytes, { ...limits, autoOrient: !animated, animated });
    if (trim !== undefined) image.extract(trim);
    // Always, even to the same size: sharp takes what follows to be meant after the resize.
    image.resize({ ...turned(scaled, rotate), fit: 'fill' });
    if (plan.underlay !== undefined) image.flatten({ background: plan.underlay });
    const turnsLater = animated && isTurning(geometry);
    if (!turnsLater) image.flip(flip.vertical).flop(flip.horizontal).rotate(rotate);

    const smart = cut !== undefined && 'strategy' in cut;
    const separateLook = hasLook(look) && (animated || extend !== undefined);
    const byFrames = turnsLater || smart || separateLook || toneCurve(look) !== undefined;
    if (!byFrames && cut !== undefined) image.extract(cut);
    const arranged = byFrames ? await drawByFrames(sharp, image, plan) : applyLook(image, look);
    return extend === undefined
      ? arranged
      : arranged.extend({ ...extend, background: plan.canvas });
  }

  return {
    probe: probeImage,

    async findBorder(bytes, search) {
      const sharp = await loadSharp();
      const frame = await toFrames(sharp(bytes, { ...limits, autoOrient: true }).ensureAlpha());
      return borderBox(frame.data, frame, search);
    },

    async render(bytes, plan): Promise<Rendering> {
      const sharp = await loadSharp();
      const { format, metadata: kept } = plan.encoding;
      const animated = plan.frames === 'all';
      const image = await arrange(sharp, bytes, plan);
      const asksSource = animated || (format === 'jpeg' && kept !== 'none');
      const source: Partial<Metadata> = asksSource
        ? await readable(sharp(bytes, limits).metadata())
        : {};

      const copyright =
        source.exif && kept === 'copyright' ? exifCopyright(source.exif) : undefined;
      if (copyright !== undefined) image.withExif({ IFD0: { Copyright: copyright } });
      const timing: Timing = {};
      if (animated && source.delay) timing.delay = source.delay;
      if (animated && source.loop !== undefined) timing.loop = source.loop;
      image.toFormat(format, { ...encoderOptions(plan.encoding, pace), ...timing });
      const { data, info } = await finish(image);
      return {
        bytes: kept === 'keep' ? withSourceMetadata(data, source) : data,
        contentType: contentTypes[format],
        width: info.width,
        height: info.pageHeight ?? info.height,
      };
    },
  };
}
