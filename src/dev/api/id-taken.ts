import { Refusal } from '../refusal.js';

/** 409 with code 5409; the words "already exists" are what scripts look for. */
export function idTaken(): Refusal {
  return new Refusal(409, 5409, 'Resource already exists: an image has this id');
}
