import type { PublicOrigins } from '../public-origins.js';
import type { ServiceContext } from '../service-context.js';
import type { StoredImage } from '../stored-image.js';
import { createImageResult } from '../image-result.js';

/** One request to the REST API, after it has been let in. */
export interface ApiCall {
  service: ServiceContext;
  request: Request;
  query: URLSearchParams;
  origins: PublicOrigins;
  /** What the path names: an image id, a key name or a variant id, decoded. Else empty. */
  name: string;
}

/** Answers one operation. A `Refusal` that it throws becomes the failure envelope. */
export type ApiHandler = (call: ApiCall) => Promise<Response>;

/** The image as this call's answer shows it. */
export async function describeImage(
  call: ApiCall,
  image: StoredImage,
): Promise<Record<string, unknown>> {
  const variants = await call.service.store.listVariants();
  return createImageResult(image, variants, call.service.accountHash, call.origins);
}
