import { isJsonObject, ownString } from './json-value.js';

/** Why a ticket is asked for: the first for this file, or the reason the one before is not used. */
export const ticketReasons = ['first', 'expired', 'retry'] as const;
export type TicketReason = (typeof ticketReasons)[number];

/** The body of `POST /direct-upload`: what the browser claims about the file. */
export interface TicketRequest {
  filename?: string;
  /** Media type by content, or "" when it is not known. */
  type?: string;
  /** Bytes. */
  size?: number;
  /** The handler keeps only the fields its app allows. */
  metadata?: Record<string, unknown>;
  reason?: TicketReason;
}

/** Reads a ticket request; undefined when it is not one. A claim of the wrong type is refused. */
export function parseTicketRequest(value: unknown): TicketRequest | undefined {
  if (!isJsonObject(value)) return undefined;
  const request: TicketRequest = {};
  for (const key of ['filename', 'type'] as const) {
    if (value[key] === undefined) continue;
    const text = ownString(value, key);
    if (text === undefined) return undefined;
    request[key] = text;
  }
  if (value.size !== undefined) {
    if (typeof value.size !== 'number' || !(value.size >= 0)) return undefined;
    request.size = value.size;
  }
  if (value.metadata !== undefined) {
    if (!isJsonObject(value.metadata)) return undefined;
    request.metadata = value.metadata;
  }
  if (value.reason !== undefined) {
    const reason = ticketReasons.find((known) => known === value.reason);
    if (reason === undefined) return undefined;
    request.reason = reason;
  }
  return request;
}
