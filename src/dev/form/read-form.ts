import type { Guesses } from '../guesses.js';
import { Refusal, uploadRefusal } from '../refusal.js';
import { type FormPart, parseMultipart } from './parse-multipart.js';
import { readBody } from './read-body.js';

// What a form may weigh beyond its file: boundaries, headers and the few small fields.
const formOverheadBytes = 64 * 1024;

/**
 * The parts of a multipart request. Anything else is refused with 415 and code 5415, which is
 * what the service answers to JSON; a body that is too long or cut off with its own code.
 */
export async function readForm(request: Request, guesses: Guesses): Promise<FormPart[]> {
  const type = request.headers.get('content-type') ?? '';
  const [, quoted, plain] =
    /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  const body = await readBody(request, guesses, guesses.maxUploadBytes + formOverheadBytes);
  if (boundary === undefined) {
    throw new Refusal(415, 5415, 'The request must be a multipart/form-data form');
  }
  const parts = parseMultipart(body, boundary);
  if (parts) return parts;
  throw uploadRefusal(guesses, 5450, 'The form ended before its closing boundary');
}
