const serviceHosts = new Set([
  'api.cloudflare.com',
  'batch.imagedelivery.net',
  'upload.imagedelivery.net',
  'imagedelivery.net',
]);

/**
 * Whether a request may carry this host name. A web page on another site can point its own name
 * at 127.0.0.1 and then read our answers as same-origin; such a name is refused. An address
 * cannot be pointed anywhere, so addresses pass.
 */
export function isLocalHost(hostName: string, allowedHosts: readonly string[] = []): boolean {
  const name = hostName.toLowerCase();
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(name) || name.startsWith('[');
  return (
    isAddress ||
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    serviceHosts.has(name) ||
    allowedHosts.includes(name)
  );
}
