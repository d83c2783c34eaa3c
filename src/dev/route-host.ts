import { createPublicOrigins, type PublicOrigins } from './public-origins.js';

/** Which of the service's hosts a request is meant for, and the path it has there. */
export interface HostRoute {
  host: 'api' | 'batch' | 'upload' | 'hosted' | 'custom-domain' | 'remote';
  /** Still percent-encoded, starting with a slash. */
  path: string;
  origins: PublicOrigins;
}

const hostNames = new Map<string, HostRoute['host']>([
  ['api.cloudflare.com', 'api'],
  ['batch.imagedelivery.net', 'batch'],
  ['upload.imagedelivery.net', 'upload'],
  ['imagedelivery.net', 'hosted'],
]);

/**
 * Tells the hosts apart by name, or on any other origin by the first segment of the path.
 * `/cdn-cgi/...` is answered on every host, as a zone of the account would.
 *
 * @returns undefined when the path belongs to none of them
 */
export function routeHost(url: URL): HostRoute | undefined {
  const real = hostNames.get(url.hostname);
  const origins = createPublicOrigins(real ? undefined : url.origin);
  const path = url.pathname;
  const isImage = rest(path, '/cdn-cgi/image');
  if (isImage !== undefined) return { host: 'remote', path: isImage, origins };
  const isDelivery = rest(path, '/cdn-cgi/imagedelivery');
  if (isDelivery !== undefined) return { host: 'custom-domain', path: isDelivery, origins };
  if (real === 'api') return routeApi(path, origins);
  if (real) return { host: real, path, origins };
  for (const [name, host] of hostNames) {
    const inner = rest(path, `/${name}`);
    if (inner === undefined) continue;
    return host === 'api' ? routeApi(inner, origins) : { host, path: inner, origins };
  }
  return routeApi(path, origins);
}

function routeApi(path: string, origins: PublicOrigins): HostRoute | undefined {
  const inner = rest(path, '/client/v4');
  return inner === undefined ? undefined : { host: 'api', path: inner, origins };
}

// The part after the prefix when the path is the prefix or lies below it.
function rest(path: string, prefix: string): string | undefined {
  if (path === prefix) return '/';
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
}
