import { isImagesError } from '../protocol/images-error.js';
import { tooLarge } from './form/read-body.js';
import type { ImageFacts } from './render/image-facts.js';
import { badRequest, uploadRefusal } from './refusal.js';
import type { ServiceContext } from './service-context.js';
import { hashBytes } from './store/hash-bytes.js';
import type { StoredImage } from './stored-image.js';

/** What the bytes of an upload add to a stored image. */
export type ContentFields = Pick<
  StoredImage,
  'contentType' | 'width' | 'height' | 'byteLength' | 'hash'
>;

const maxSide = 12_000;
const maxArea = 100_000_000;

/**
 * Checks the bytes of an upload against the documented limits. The type is told by content;
 * what the sender called it does not count. A picture without animation that is too large has
 * no published code: it is refused as a bad request.
 */
export async function inspectUpload(
  bytes: Uint8Array,
  service: ServiceContext,
): Promise<ContentFields> {
  const { guesses } = service;
  if (bytes.length > guesses.maxUploadBytes) throw tooLarge(guesses);
  if ((await service.store.countImages()) >= service.allowedImages) {
    throw uploadRefusal(
      guesses,
      5453,
      `The account holds ${service.allowedImages} images, its limit`,
    );
  }
  const facts = await probe(bytes, service);
  if (facts.format === 'avif' && !service.acceptsAvif) throw unsupportedFormat(service);
  checkSize(facts, service);
  const { contentType, width, height } = facts;
  return { contentType, width, height, byteLength: bytes.length, hash: await hashBytes(bytes) };
}

async function probe(bytes: Uint8Array, service: ServiceContext): Promise<ImageFacts> {
  try {
    return await service.renderer.probe(bytes);
  } catch (error) {
    if (isImagesError(error, 'file-unreadable')) {
      throw uploadRefusal(service.guesses, 5455, 'Uploaded image could not be decoded');
    }
    const isRefused =
      isImagesError(error, 'file-type-refused') || isImagesError(error, 'file-empty');
    throw isRefused ? unsupportedFormat(service) : error;
  }
}

function unsupportedFormat(service: ServiceContext): Error {
  return uploadRefusal(
    service.guesses,
    5455,
    'Uploaded image must have image/jpeg, image/png, image/webp, image/gif or image/svg+xml content-type',
  );
}

function checkSize(facts: ImageFacts, service: ServiceContext): void {
  // A drawing has no pixels to count.
  if (facts.format === 'svg') return;
  if (facts.pages > 1 && facts.area > maxArea) {
    throw uploadRefusal(
      service.guesses,
      5443,
      `The frames of the animation have ${facts.area} pixels together, the limit is ${maxArea}`,
    );
  }
  const { width, height } = facts;
  const isSideFree = facts.format === 'webp' || facts.format === 'avif';
  if (!isSideFree && Math.max(width, height) > maxSide) {
    throw badRequest(`The image is ${width} x ${height} pixels, the limit is ${maxSide} a side`);
  }
  if (width * height > maxArea) {
    throw badRequest(`The image is ${width} x ${height} pixels, the limit is ${maxArea} in all`);
  }
}
