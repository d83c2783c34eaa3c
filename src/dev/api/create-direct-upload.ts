import { readText } from '../form/form-fields.js';
import { readForm } from '../form/read-form.js';
import { readImageFields } from '../form/read-image-fields.js';
import { buildUploadUrl } from '../public-origins.js';
import { badRequest } from '../refusal.js';
import { idTaken } from './id-taken.js';
import { successAnswer } from './api-answer.js';
import type { ApiHandler } from './api-call.js';

const minute = 60_000;

/** `POST /images/v2/direct_upload`: stores a draft and answers its one-time URL. */
export const createDirectUpload: ApiHandler = async ({ service, request, origins }) => {
  const { store, guesses, accountHash } = service;
  const parts = await readForm(request, guesses);
  const { messages, ...fields } = readImageFields(parts, guesses);
  const now = service.now();
  const isAdded = await store.addImage({
    ...fields,
    filename: null,
    uploaded: new Date(now).toISOString(),
    draft: true,
    expiresAt: readExpiry(readText(parts, 'expiry'), now),
    contentType: '',
    width: 0,
    height: 0,
    byteLength: 0,
    hash: '',
  });
  if (!isAdded) throw idTaken();
  const uploadURL = buildUploadUrl(origins, accountHash, fields.id);
  return successAnswer({ id: fields.id, uploadURL }, messages);
};

const rfc3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;

// Both ends are exclusive, as in miniflare's hosted mock; the documentation can be read either
// way, and a client that is refused here is one that would be late there.
function readExpiry(text: string | undefined, now: number): number {
  if (text === undefined || text === '') return now + 30 * minute;
  const expiry = rfc3339.test(text) ? Date.parse(text.replace(' ', 'T').toUpperCase()) : Number.NaN;
  if (Number.isNaN(expiry)) throw badRequest('expiry must be an RFC 3339 time');
  if (expiry > now + 2 * minute && expiry < now + 6 * 60 * minute) return expiry;
  throw badRequest('expiry is out of accepted bound.');
}
