import { normalizeMediaType } from '../../protocol/media-type.js';
import type { TicketRequest } from '../../protocol/ticket-request.js';
import type { Grant } from './grant.js';
import type { HandlerSettings } from './handler-settings.js';
import { Refusal } from './refusal.js';

/**
 * Refuses a ticket for a file that is too large or of a type not taken, going by what the
 * browser says of it: a courtesy to honest visitors. A one-time URL cannot enforce either.
 */
export function checkClaims(
  claims: TicketRequest,
  grant: Grant,
  { maxBytes, accept }: Pick<HandlerSettings, 'maxBytes' | 'accept'>,
): void {
  const name = claims.filename === undefined ? 'The file' : JSON.stringify(claims.filename);
  const limit = Math.min(maxBytes, grant.maxBytes ?? maxBytes);
  if (claims.size === 0) throw new Refusal(400, 'file-empty', `${name} is empty.`);
  if (claims.size !== undefined && claims.size > limit) {
    throw new Refusal(
      413,
      'file-too-large',
      `${name} was refused: ${claims.size} bytes is over the limit of ${limit} bytes.`,
    );
  }
  const type = normalizeMediaType(claims.type ?? '');
  // Systems that do not know HEIC, for one, give files no type at all.
  if (type === '') return;
  const taken = accept.filter((each) => grant.accept === undefined || grant.accept.includes(each));
  if (!taken.some((each) => normalizeMediaType(each) === type)) {
    throw new Refusal(
      415,
      'file-type-refused',
      `${name} was refused: ${type} is not one of ${taken.join(', ')}.`,
    );
  }
}
