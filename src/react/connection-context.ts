'use client';
import { createContext, useContext } from 'react';
import { type Connection, createConnection } from './connection.js';

/** The connection of the nearest provider; without one, that to the default endpoint. */
export const ConnectionContext = createContext<Connection>(createConnection());

/** How the hooks below a provider reach the server. */
export function useConnection(): Connection {
  return useContext(ConnectionContext);
}
