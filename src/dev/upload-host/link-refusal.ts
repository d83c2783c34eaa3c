import { Refusal } from '../refusal.js';

/** An upload link that takes nothing, or no longer; `plainText` is what miniflare says. */
export class LinkRefusal extends Refusal {
  constructor(
    status: number,
    code: number,
    message: string,
    readonly plainText: string,
  ) {
    super(status, code, message);
  }
}

/** No draft of that id was ever promised, or it was deleted. */
export function linkUnknown(): LinkRefusal {
  return new LinkRefusal(404, 5404, 'Image not found', 'Upload link not found');
}

/** The bytes are there already. */
export function linkUsed(): LinkRefusal {
  return new LinkRefusal(
    409,
    5409,
    'Resource already exists: this upload link was used',
    'Upload link already used',
  );
}

/** Nobody used it in time. */
export function linkExpired(): LinkRefusal {
  return new LinkRefusal(410, 5410, 'Upload link expired', 'Upload link expired');
}
