import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body.js';

// A host from outside becomes part of a URL: what could reach beyond its place is not a host.
const hostName = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** The fetch `Request` of a message of node:http; undefined when its head makes no sense. */
export function readRequest(message: IncomingMessage, signal: AbortSignal): Request | undefined {
  const url = readUrl(message);
  if (url === undefined) return undefined;
  const method = message.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    return new Request(url, {
      method,
      headers: readHeaders(message),
      signal,
      ...(hasBody ? { body: readBody(message), duplex: 'half' } : {}),
    });
  } catch {
    // Methods that fetch forbids (TRACE), header values it does not take.
    return undefined;
  }
}

function readUrl(message: IncomingMessage): string | undefined {
  // HTTP/2 has ":authority", HTTP/1.0 may have neither.
  const host = message.headers[':authority'] ?? message.headers.host ?? 'localhost';
  // Express takes the mount path off `url` and keeps the whole one here.
  const original = 'originalUrl' in message ? message.originalUrl : undefined;
  const target = typeof original === 'string' ? original : (message.url ?? '/');
  if (typeof host !== 'string' || !hostName.test(host)) return undefined;
  const scheme = 'encrypted' in message.socket && message.socket.encrypted ? 'https' : 'http';
  // Joined as text: resolved as a reference, "//other.host/" would change the host.
  const url = target.startsWith('/') ? `${scheme}://${host}${target}` : target;
  return URL.canParse(url) && /^https?:/.test(url) ? url : undefined;
}

function readHeaders(message: IncomingMessage): Headers {
  const headers = new Headers();
  const raw = message.rawHeaders;
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    // HTTP/2 puts the request line into headers of its own.
    if (!name.startsWith(':')) headers.append(name, raw[at + 1] ?? '');
  }
  return headers;
}
