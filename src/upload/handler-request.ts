import type { ErrorCode } from '../protocol/error-codes.js';
import { defaultBasePath } from '../protocol/handler-paths.js';
import { ImagesError, isImagesError } from '../protocol/images-error.js';
import { parseRetryAfter } from '../protocol/retry-after.js';
import { parseWireError } from '../protocol/wire-error.js';

/** Headers for our own server, or a function asked before each request (a fresh token, say). */
export type HandlerHeaders = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** How to reach the handler of the app's own server. */
export interface HandlerConnection {
  /**
   * Where `createImagesHandler` is mounted: a route of your own server, never Cloudflare's API,
   * because the answer takes a token that must not reach a browser.
   *
   * @default "/api/images"
   */
  endpoint?: string | undefined;
  /** Sent to `endpoint` only, never to Cloudflare. */
  headers?: HandlerHeaders | undefined;
  /** Used for `endpoint` only. @default globalThis.fetch */
  fetch?: typeof globalThis.fetch | undefined;
}

export interface HandlerRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** One of `handlerPaths`. */
  path: string;
  query?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON. */
  body?: unknown;
  signal?: AbortSignal | undefined;
}

/** Reads an answer; undefined when it is not one of our handler. */
export type ParseAnswer<Answer> = (value: unknown) => Answer | undefined;

const timeoutMs = 30_000;

const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'invalid-response',
  408: 'timeout',
  429: 'rate-limited',
};

/** What our handler answers. Everything else is thrown as an `ImagesError`. */
export async function requestHandler<Answer>(
  connection: HandlerConnection,
  { method, path, query = {}, body, signal }: HandlerRequest,
  parse: ParseAnswer<Answer>,
): Promise<Answer> {
  const { endpoint = defaultBasePath, headers: given, fetch = globalThis.fetch } = connection;
  const place = endpoint.replace(/\/+$/, '') + path;
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, value);
  const what = `${method} ${place}`;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const headers = new Headers(typeof given === 'function' ? await given() : given);
    if (body !== undefined) headers.set('content-type', 'application/json');
    signal?.throwIfAborted();
    const response = await fetch(search.size ? `${place}?${search}` : place, {
      method,
      headers,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return readAnswer(what, response, await response.text(), parse);
  } catch (cause) {
    if (isImagesError(cause)) throw cause;
    const code = signal?.aborted ? 'aborted' : timeout.aborted ? 'timeout' : 'network';
    throw new ImagesError(code, `${what} got no answer (${cause}).`, { cause });
  }
}

function readAnswer<Answer>(
  what: string,
  { status, ok, headers }: Response,
  text: string,
  parse: ParseAnswer<Answer>,
): Answer {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, so not from our handler: told below.
  }
  const answer = ok ? parse(value) : undefined;
  if (answer !== undefined) return answer;
  const wire = parseWireError(value);
  const code = ok
    ? 'invalid-response'
    : (codeOfStatus[status] ?? (status < 500 ? 'bad-request' : 'service-error'));
  const words = `${what} answered ${status} and not as our handler does.${hints[code] ?? ''}`;
  throw new ImagesError(wire?.code ?? code, wire?.message ?? words, {
    status,
    details: { ...parseRetryAfter(headers.get('retry-after')) },
  });
}

const hints: Partial<Record<ErrorCode, string>> = {
  unauthorized: ' Is the user signed in? The app did not let the request through.',
  'invalid-response': ' Is the handler mounted on that path?',
};
