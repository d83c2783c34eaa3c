'use client';
import { type ReactNode, useMemo, useState } from 'react';
import type { HandlerConnection } from '../upload/handler-request.js';
import { createConnection } from './connection.js';
import { ConnectionContext } from './connection-context.js';
import { useLatest } from './useLatest.js';

export interface CfImagesProviderProps extends HandlerConnection {
  children?: ReactNode;
}

/**
 * Tells the hooks below it where the app's handler is and what to send along. Not needed for
 * the default endpoint. New headers apply from the next request on and render nothing again.
 * Where users change without a page load, give it the user as `key`: pages and fresh uploads of
 * the one before are forgotten with it.
 */
export function CfImagesProvider({ endpoint, headers, fetch, children }: CfImagesProviderProps) {
  const latest = useLatest({ headers, fetch });
  const [connection] = useState(() =>
    createConnection({
      headers() {
        const given = latest.current.headers ?? {};
        return typeof given === 'function' ? given() : given;
      },
      fetch: (...request) => (latest.current.fetch ?? globalThis.fetch)(...request),
    }),
  );
  const value = useMemo(
    () => (endpoint === undefined ? connection : { ...connection, endpoint }),
    [connection, endpoint],
  );
  return <ConnectionContext.Provider value={value}>{children}</ConnectionContext.Provider>;
}
