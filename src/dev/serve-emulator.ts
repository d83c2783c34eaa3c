import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type Emulator } from './create-emulator.js';
import { createEmulatorListener } from './create-emulator-listener.js';
import type { EmulatorOptions } from './emulator-options.js';
import { isLocalHost } from './is-local-host.js';

export interface ServeEmulatorOptions extends EmulatorOptions {
  /** @default any free port */
  port?: number;
  /** Address to listen on. Another one opens the emulator to the network. @default "127.0.0.1" */
  host?: string;
  /** Further host names that requests may carry, such as a custom domain of a test. */
  allowedHosts?: readonly string[];
  /** Starts although NODE_ENV is "production". @default false */
  allowProduction?: boolean;
}

/** An emulator that listens. */
export interface ServedEmulator extends Emulator {
  /** For example `http://127.0.0.1:8788`. */
  readonly origin: string;
}

/** Starts an emulator on a port of its own. Resolves when it answers. */
export async function serveEmulator(options: ServeEmulatorOptions = {}): Promise<ServedEmulator> {
  if (process.env.NODE_ENV === 'production' && !options.allowProduction) {
    throw new Error(
      'The emulator does not start with NODE_ENV=production: it has well-known tokens and is no service. Set allowProduction if that is what you want.',
    );
  }
  const emulator = createEmulator(options);
  await emulator.ready();
  const server = createServer(
    createEmulatorListener(emulator, (name) => isLocalHost(name, options.allowedHosts)),
  );
  const host = options.host ?? '127.0.0.1';
  try {
    server.listen(options.port ?? 0, host);
    await once(server, 'listening');
  } catch (error) {
    await emulator.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return {
    ...emulator,
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await emulator.close();
    },
  };
}
