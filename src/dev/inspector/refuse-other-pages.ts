import { Refusal } from '../refusal.js';

/**
 * Refuses what a page of another origin asks for. Browsers say where a request comes from in
 * Sec-Fetch-Site and Origin, and no page can change either. Programs send neither: they may
 * read, but for an action they have to say what a browser would, because a browser too old for
 * these headers cannot be told from one.
 */
export function refuseOtherPages(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  // Before Origin is compared: behind a proxy that ends TLS, the request's own URL says http.
  if (site === 'same-origin' && origin !== 'null') return;
  // Typed into the address bar.
  if (site === 'none' && origin === null && isRead) return;
  if (site === null && origin === new URL(request.url).origin) return;
  if (site === null && origin === null && isRead) return;
  throw new Refusal(403, 5403, 'The inspector answers its own page only.');
}
