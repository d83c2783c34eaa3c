import type { RequestListener } from 'node:http';
import { toNodeListener } from '../node/to-node-listener.js';
import type { Emulator } from './create-emulator.js';
import { ConnectionLost } from './faults/connection-lost.js';

/**
 * A listener of node:http for an emulator. It answers to the host names that `allows` lets pass,
 * and cuts the socket where a fault drops the connection.
 */
export function createEmulatorListener(
  emulator: Pick<Emulator, 'fetch'>,
  allows: (hostName: string) => boolean,
): RequestListener {
  return (message, outgoing) => {
    // One listener for each request: only so does the handler know which socket to cut.
    const listener = toNodeListener(async (request) => {
      const { hostname } = new URL(request.url);
      if (!allows(hostname)) {
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
