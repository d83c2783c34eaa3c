import type { RequestListener } from 'node:http';
import { toNodeListener } from '../node/to-node-listener.js';
import type { Emulator } from './create-emulator.js';
import { ConnectionLost } from './faults/connection-lost.js';
import { isLocalHost } from './is-local-host.js';

/**
 * A listener of node:http for an emulator. It answers to this machine's own names and
 * addresses and to `allowedHosts`, and cuts the socket where a fault drops the connection.
 */
export function createEmulatorListener(
  emulator: Pick<Emulator, 'fetch'>,
  allowedHosts: readonly string[] = [],
): RequestListener {
  return (message, outgoing) => {
    // One listener for each request: only so does the handler know which socket to cut.
    const listener = toNodeListener(async (request) => {
      const { hostname } = new URL(request.url);
      if (!isLocalHost(hostname, allowedHosts)) {
        const text = `The emulator does not answer to the host ${hostname}. Add it to allowedHosts.\n`;
        return new Response(text, { status: 403 });
      }
      try {
        return await emulator.fetch(request);
      } catch (error) {
        if (error instanceof ConnectionLost) message.socket.destroy();
        throw error;
      }
    });
    listener(message, outgoing);
  };
}
