import { lookup as resolveName } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { isPublicAddress } from './is-public-address.js';
import { OutgoingError } from './outgoing-error.js';

const maxRedirects = 5;
const timeoutMs = 10_000;

export interface PublicFetchOptions {
  /** Which addresses may be asked. @default those of the public internet */
  isAllowed?: (address: string) => boolean;
  /** Turns names into addresses. @default the system's resolver */
  resolve?: typeof resolveName;
}

export interface PublicFetchInit {
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  /** The one origin whose addresses are not asked about: the zone that serves the request. */
  trustedOrigin?: string;
}

/** GETs a URL, following redirects. Rejects with `OutgoingError` when it may not. */
export type PublicFetch = (url: URL, init?: PublicFetchInit) => Promise<Response>;

/**
 * Creates a fetch that reaches public machines only. The address is looked at where the
 * connection is made, not before: a name that answers differently the second time gains
 * nothing. Each redirect is a new request under the same rule.
 */
export function createPublicFetch(options: PublicFetchOptions = {}): PublicFetch {
  const { isAllowed = isPublicAddress, resolve = resolveName } = options;
  return async (start, init = {}) => {
    const signal = AbortSignal.any([
      AbortSignal.timeout(timeoutMs),
      ...(init.signal ? [init.signal] : []),
    ]);
    let url = start;
    let headers = init.headers ?? {};
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const isTrusted = url.origin === init.trustedOrigin;
      const check = isTrusted ? () => true : isAllowed;
      const message = await get(url, { headers, signal, check, resolve });
      const next = readRedirect(message, url);
      if (!next) return toResponse(message, signal);
      message.destroy();
      // What was meant for one origin is not shown to another.
      if (next.origin !== url.origin) headers = withoutAuthorization(headers);
      url = next;
    }
    throw new OutgoingError(
      'redirects',
      `${start.host} redirected more than ${maxRedirects} times.`,
    );
  };
}

interface GetOptions {
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
  check: (address: string) => boolean;
  resolve: typeof resolveName;
}

async function get(url: URL, options: GetOptions): Promise<IncomingMessage> {
  const { headers, signal, check, resolve } = options;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new OutgoingError('address', `${url.protocol} is neither http: nor https:.`);
  }
  // A name in digits is never looked up, so the check in `lookup` would not see it.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !check(literal)) throw refusedAddress(url);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((settle, reject) => {
    const lookup = createCheckedLookup(url, check, resolve);
    request(url, { headers, signal, lookup, agent: false }, settle)
      .on('error', (error) => {
        const reason = signal.aborted ? signal.reason : error;
        const isOurs = reason instanceof OutgoingError || signal.aborted;
        reject(isOurs ? reason : new TypeError('fetch failed', { cause: error }));
      })
      .end();
  });
}

function createCheckedLookup(
  url: URL,
  check: (address: string) => boolean,
  resolve: typeof resolveName,
): LookupFunction {
  return (name, options, callback) => {
    resolve(name, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '');
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => check(address))) {
        return callback(refusedAddress(url), '');
      }
      // Node asks for all addresses when it may try several in turn.
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

function refusedAddress(url: URL): OutgoingError {
  return new OutgoingError('address', `${url.hostname} is not a public address.`);
}

function readRedirect(message: IncomingMessage, from: URL): URL | undefined {
  const { location } = message.headers;
  const isRedirect = [301, 302, 303, 307, 308].includes(message.statusCode ?? 0);
  if (!isRedirect || location === undefined || !URL.canParse(location, from.href)) return undefined;
  return new URL(location, from.href);
}

function withoutAuthorization(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization'),
  );
}

function toResponse(message: IncomingMessage, signal: AbortSignal): Response {
  // The time limit holds for the body as well.
  signal.addEventListener('abort', () => message.destroy(new Error('aborted')), { once: true });
  const headers = new Headers();
  for (const name of ['content-type', 'content-length', 'cache-control']) {
    const value = message.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const status = message.statusCode ?? 0;
  const hasBody = ![204, 205, 304].includes(status);
  if (!hasBody) message.resume();
  return new Response(hasBody ? (Readable.toWeb(message) as ReadableStream) : null, {
    status: status >= 200 && status <= 599 ? status : 502,
    headers,
  });
}
