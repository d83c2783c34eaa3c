import { Refusal } from './refusal.js';

/**
 * Refuses requests that a page of another site made, since the browser may have put the
 * visitor's cookies on them. Reads as well as writes.
 *
 * Browsers say where a request comes from in Sec-Fetch-Site and Origin, and no page can change
 * either. A program outside a browser sends neither; it carries nobody's cookies by accident,
 * so only `authorize` decides about it.
 */
export function refuseCrossSite(request: Request, allowedOrigins: ReadonlySet<string>): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin !== null && allowedOrigins.has(origin)) return;
  if (origin !== 'null') {
    // Before Origin is compared: behind a proxy that ends TLS, the request's own URL says http.
    if (site === 'same-origin') return;
    // Typed into the address bar.
    if (site === 'none' && origin === null && request.method === 'GET') return;
    if (site === null && (origin === null || origin === new URL(request.url).origin)) return;
  }
  throw new Refusal(
    403,
    'cross-site-refused',
    'The request comes from another site. List that origin in allowedOrigins of createImagesHandler if it is yours.',
  );
}

/** The CORS headers for an answer to a listed origin; none for any other. */
export function buildCorsHeaders(
  request: Request,
  allowedOrigins: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  if (allowedOrigins.size === 0) return {};
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.has(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Retry-After',
  };
}

/** The answer to a preflight of a listed origin; undefined when the request is not one. */
export function answerPreflight(
  request: Request,
  allowedOrigins: ReadonlySet<string>,
): Response | undefined {
  const origin = request.headers.get('origin');
  if (request.method !== 'OPTIONS' || origin === null || !allowedOrigins.has(origin)) {
    return undefined;
  }
  return new Response(null, {
    status: 204,
    headers: {
      ...buildCorsHeaders(request, allowedOrigins),
      'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
      // The origin is the app's own, so it may send what its provider's `headers` say.
      'access-control-allow-headers':
        request.headers.get('access-control-request-headers') ?? 'content-type',
      'access-control-max-age': '600',
    },
  });
}
