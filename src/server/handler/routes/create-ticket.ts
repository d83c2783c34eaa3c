import { parseTicketRequest } from '../../../protocol/ticket-request.js';
import { answerJson } from '../answer.js';
import { checkClaims } from '../check-claims.js';
import { buildMetadata } from '../build-metadata.js';
import { readJsonBody } from '../read-json-body.js';
import { Refusal } from '../refusal.js';
import type { Route, RouteContext } from './route.js';

/** `POST /direct-upload`: a one-time upload URL for one file. */
export const createTicketRoute: Route = {
  action: 'create-direct-upload',
  namesImage: false,
  run: createTicket,
};

async function createTicket({ request, grant, settings }: RouteContext): Promise<Response> {
  const claims = parseTicketRequest(await readJsonBody(request));
  if (claims === undefined) {
    throw new Refusal(400, 'bad-request', 'The body is not a ticket request.');
  }
  checkClaims(claims, grant, settings);
  const metadata = buildMetadata({}, claims.metadata, grant, settings);
  const { creator, idPrefix, expiresInSeconds, requireSignedURLs } = grant;
  const { id, uploadURL, expiresAt } = await settings.images.createDirectUpload({
    ...(metadata === undefined ? {} : { metadata }),
    ...(creator === undefined ? {} : { creator }),
    ...(idPrefix === undefined ? {} : { id: idPrefix + crypto.randomUUID() }),
    ...(expiresInSeconds === undefined ? {} : { expiresInSeconds }),
    ...(requireSignedURLs === undefined ? {} : { requireSignedURLs }),
    signal: request.signal,
  });
  await settings.onTicket({ imageId: id, expiresAt, reason: claims.reason ?? 'first', request });
  return answerJson({ id, uploadURL, expiresAt });
}
