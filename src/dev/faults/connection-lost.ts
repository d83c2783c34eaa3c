/**
 * Rejects `emulator.fetch` where a real connection would have died, as the global fetch does.
 * On a port, the socket is cut instead.
 */
export class ConnectionLost extends TypeError {
  constructor() {
    super('fetch failed: the emulator dropped the connection, as a fault asked it to');
    this.name = 'ConnectionLost';
  }
}
