const prefix = '/__cf-images';
const loopback = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The part of the path after `/__cf-images`; undefined when the URL is not the inspector's. It
 * is there on loopback names only. Who opens the emulator to a network does not hand out its
 * inspector with it, and the service's own names stay the service's.
 */
export function inspectorPath({ hostname, pathname }: URL): string | undefined {
  if (!loopback.test(hostname)) return undefined;
  if (pathname !== prefix && !pathname.startsWith(`${prefix}/`)) return undefined;
  return pathname.slice(prefix.length);
}
