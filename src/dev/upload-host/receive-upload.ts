import { successAnswer } from '../api/api-answer.js';
import { checkFileName } from '../form/check-file-name.js';
import { readFile } from '../form/form-fields.js';
import { readForm } from '../form/read-form.js';
import { createImageResult } from '../image-result.js';
import { inspectUpload } from '../inspect-upload.js';
import type { PublicOrigins } from '../public-origins.js';
import type { FormPart } from '../form/parse-multipart.js';
import { badRequest, Refusal } from '../refusal.js';
import type { ServiceContext } from '../service-context.js';
import type { StoredImage } from '../stored-image.js';
import { LinkRefusal, linkExpired, linkUnknown, linkUsed } from './link-refusal.js';
import { parseUploadPath } from './parse-upload-path.js';

/**
 * Takes the bytes for one upload link and answers the image. Only a success uses the link up:
 * a refused file leaves it open.
 */
export async function receiveUpload(
  service: ServiceContext,
  call: { request: Request; path: string; origins: PublicOrigins },
): Promise<Response> {
  const { store, accountHash } = service;
  const startedAt = service.now();
  const id = parseUploadPath(call.path, accountHash);
  // The body is read whatever the link says: a client that is cut off while it sends sees a
  // broken connection instead of the answer.
  const [parts, draft] = await Promise.all([
    readForm(call.request, service.guesses).then(
      (form) => ({ form }),
      (refusal: unknown) => ({ refusal }),
    ),
    id === undefined ? undefined : store.getImage(id),
  ]);
  if (id === undefined) throw linkUnknown();
  checkLink(draft, startedAt);
  try {
    if ('refusal' in parts) throw parts.refusal;
    const image = await land(service, id, parts.form);
    // Asked again inside the step: of two POSTs to one link, one wins.
    if (!image) checkLink(await store.getImage(id), startedAt);
    if (!image) throw linkUnknown();
    service.notify({ imageId: id, outcome: 'stored' });
    const variants = await store.listVariants();
    return successAnswer(createImageResult(image, variants, accountHash, call.origins));
  } catch (error) {
    if (error instanceof Refusal && !(error instanceof LinkRefusal)) {
      const { code, message } = error;
      service.notify({ imageId: id, outcome: 'refused', error: { code, message } });
    }
    throw error;
  }
}

/** Turns the draft into the image; undefined when it is no longer a draft. */
async function land(
  service: ServiceContext,
  id: string,
  form: readonly FormPart[],
): Promise<StoredImage | undefined> {
  const file = readFile(form, 'file');
  if (!file) throw badRequest('Missing file');
  const filename = checkFileName(file.fileName);
  const content = await inspectUpload(file.bytes, service);
  const uploaded = new Date(service.now()).toISOString();
  return service.store.changeImage(
    id,
    (current) =>
      current.draft ? { ...current, ...content, filename, uploaded, draft: false } : undefined,
    file.bytes,
  );
}

// The order of miniflare's hosted mock: unknown, used, expired.
function checkLink(image: StoredImage | undefined, now: number): void {
  if (!image || image.expiresAt === null) throw linkUnknown();
  if (!image.draft) throw linkUsed();
  if (image.expiresAt <= now) throw linkExpired();
}
