import type { Plugin } from 'vite';
import { type ServedEmulator, serveEmulator } from '../../src/dev.js';
import { toNodeListener } from '../../src/node.js';
import { createImagesClient, createImagesHandler, type ImagesClient } from '../../src/server.js';

const sevenHoursMs = 7 * 60 * 60 * 1000;

/**
 * Handlers of servers that are set up wrongly, each on a path of its own in the Vite server of
 * the tests, over an emulator of their own on another port.
 */
export function failingHandlers(): Plugin {
  // One plugin may serve two servers: that of the tests and that of the page they run in.
  const emulators: ServedEmulator[] = [];
  return {
    name: 'failing-handlers',
    async configureServer(server) {
      const emulator = await serveEmulator();
      emulators.push(emulator);
      const { origin, accountId, token, clock } = emulator;
      const client = (account: string, secret: string) =>
        createImagesClient({
          accountId: account,
          apiToken: secret,
          baseUrl: `${origin}/client/v4`,
        });
      const right = client(accountId, token);
      const expired: ImagesClient = {
        ...right,
        createDirectUpload: async (options) => {
          clock.reset();
          const ticket = await right.createDirectUpload(options);
          clock.advance(sevenHoursMs);
          return ticket;
        },
      };
      const mount = (basePath: string, images: ImagesClient, allowed = true) => {
        const handler = createImagesHandler({ images, basePath, authorize: () => allowed });
        const listen = toNodeListener(handler);
        server.middlewares.use((request, response, next) =>
          request.url?.startsWith(`${basePath}/`) ? listen(request, response) : next(),
        );
      };
      mount('/failing/wrong-token', client(accountId, 'a-token-that-was-revoked'));
      mount('/failing/wrong-account', client('somebody-else', token));
      mount('/failing/denied', right, false);
      mount('/failing/expired', expired);
    },
    async buildEnd() {
      await Promise.all(emulators.splice(0).map((emulator) => emulator.close()));
    },
  };
}
