'use client';
import { createContext, useContext } from 'react';
import { type Connection, createConnection } from './connection.js';

/** The connection of the nearest provider. */
export const ConnectionContext = createContext<Connection | undefined>(undefined);

let defaultConnection: Connection | undefined;

/** How the hooks reach the server: by the nearest provider, without one at the default endpoint. */
export function useConnection(): Connection {
  return useContext(ConnectionContext) ?? getDefaultConnection();
}

// One for all who have no provider, so that an upload here shows in a list there.
function getDefaultConnection(): Connection {
  return (defaultConnection ??= createConnection());
}
