import { isLocalHost } from '../dev/is-local-host.js';

/**
 * Whether a Host header may reach the emulator: this machine's own names and addresses, and
 * what the developer lists in Vite's `server.allowedHosts` (exact names, or `.example.com` for
 * a domain and all below it).
 */
export function isAllowedHost(
  header: string | undefined,
  allowed: readonly string[] | true | undefined,
): boolean {
  if (allowed === true) return true;
  const host = header?.replace(/:\d+$/, '').toLowerCase();
  if (!host) return false;
  return (
    isLocalHost(host, allowed) ||
    (allowed ?? []).some(
      (entry) => entry.startsWith('.') && (host === entry.slice(1) || host.endsWith(entry)),
    )
  );
}
