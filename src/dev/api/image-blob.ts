import { imageNotFound } from '../refusal.js';
import type { ApiHandler } from './api-call.js';

/** `GET /images/v1/{image_id}/blob`: the bytes as they were uploaded, without an envelope. */
export const getImageBlob: ApiHandler = async ({ service, name }) => {
  const image = await service.store.getImage(name);
  const bytes = image && !image.draft && (await service.store.readBytes(image.hash));
  if (!image || !bytes) throw imageNotFound();
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': image.contentType,
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
    },
  });
};
