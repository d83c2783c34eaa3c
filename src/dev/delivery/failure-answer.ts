import { textFailureAnswer } from '../api/api-answer.js';
import type { Refusal } from '../refusal.js';

/** A no of delivery that delivery itself did not decide: a scripted fault, or a broken emulator. */
export function deliveryFailureAnswer(refusal: Refusal, why: string): Response {
  const response = textFailureAnswer(refusal);
  for (const name of ['cf-resized', 'cf-images']) {
    response.headers.set(name, `err=${refusal.code}`);
  }
  response.headers.set('x-cf-images-explain', why);
  return response;
}
