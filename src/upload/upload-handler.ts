import { handlerPaths } from '../protocol/handler-paths.js';
import type { ImageRecord } from '../protocol/image-record.js';
import { parseImageStatus } from '../protocol/image-status.js';
import type { TicketRequest } from '../protocol/ticket-request.js';
import { parseUploadTicket, type UploadTicket } from '../protocol/upload-ticket.js';
import { type HandlerConnection, requestHandler } from './handler-request.js';

/** Asks our server for a one-time URL. */
export function requestTicket(
  connection: HandlerConnection,
  body: TicketRequest,
  signal: AbortSignal,
): Promise<UploadTicket> {
  const path = handlerPaths.directUpload;
  return requestHandler(connection, { method: 'POST', path, body, signal }, parseUploadTicket);
}

/** The image when it is stored; undefined when it is still a draft, or not there. */
export async function requestStored(
  connection: HandlerConnection,
  imageId: string,
  signal?: AbortSignal,
): Promise<ImageRecord | undefined> {
  const path = handlerPaths.status;
  const asked = { method: 'GET', path, query: { id: imageId }, signal } as const;
  const status = await requestHandler(connection, asked, parseImageStatus);
  return status.status === 'ready' ? status.image : undefined;
}
