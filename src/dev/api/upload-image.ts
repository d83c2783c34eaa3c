import { readFile, readText } from '../form/form-fields.js';
import { readForm } from '../form/read-form.js';
import { checkFileName } from '../form/check-file-name.js';
import { readImageFields } from '../form/read-image-fields.js';
import { inspectUpload } from '../inspect-upload.js';
import { badRequest } from '../refusal.js';
import type { StoredImage } from '../stored-image.js';
import { successAnswer } from './api-answer.js';
import { type ApiHandler, describeImage } from './api-call.js';
import { idTaken } from './id-taken.js';

/** `POST /images/v1`: stores a file, or what an address answers. */
export const uploadImage: ApiHandler = async (call) => {
  const { service } = call;
  const parts = await readForm(call.request, service.guesses);
  const file = readFile(parts, 'file');
  const url = readText(parts, 'url');
  if ((file === undefined) === (url === undefined)) {
    throw badRequest('Send exactly one of the fields file and url');
  }
  const { messages, ...fields } = readImageFields(parts, service.guesses);
  const { bytes, fileName } = file ?? (await service.fetchUpload(url as string));
  const image: StoredImage = {
    ...fields,
    ...(await inspectUpload(bytes, service)),
    filename: checkFileName(fileName),
    uploaded: new Date(service.now()).toISOString(),
    draft: false,
    expiresAt: null,
  };
  if (!(await service.store.addImage(image, bytes))) throw idTaken();
  return successAnswer(await describeImage(call, image), messages);
};
