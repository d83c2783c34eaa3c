/** Which of the service's hosts a URL is for. */
export type HostName = 'api' | 'batch' | 'upload' | 'hosted' | 'custom-domain' | 'remote';

const hosts: readonly (readonly [string, HostName])[] = [
  ['api.cloudflare.com', 'api'],
  ['batch.imagedelivery.net', 'batch'],
  ['upload.imagedelivery.net', 'upload'],
  ['imagedelivery.net', 'hosted'],
];

/**
 * Tells where a request was meant to go and the path it has there: by the real host name, or by
 * the first segment on one local origin. Written apart from the emulator, so that it can disagree.
 */
export function serviceHost(address: string): { host: HostName; path: string } | undefined {
  const url = new URL(address);
  const [first = '', second = ''] = url.pathname.split('/').slice(1);
  if (first === 'cdn-cgi' && second === 'imagedelivery') {
    return { host: 'custom-domain', path: after(url.pathname, '/cdn-cgi/imagedelivery') };
  }
  if (first === 'cdn-cgi' && second === 'image') {
    return { host: 'remote', path: after(url.pathname, '/cdn-cgi/image') };
  }
  const byName = hosts.find(([name]) => name === url.hostname);
  const bySegment = byName ? undefined : hosts.find(([name]) => name === first);
  const [, host = 'api'] = byName ?? bySegment ?? [];
  const path = bySegment ? after(url.pathname, `/${first}`) : url.pathname;
  if (host !== 'api') return { host, path };
  const isApi = path === '/client/v4' || path.startsWith('/client/v4/');
  return isApi ? { host, path: after(path, '/client/v4') } : undefined;
}

function after(path: string, prefix: string): string {
  return path.slice(prefix.length) || '/';
}
