import { type Plugin, loadEnv } from 'vite';
import { createEmulator, type Emulator } from '../dev/create-emulator.js';
import { createEmulatorListener } from '../dev/create-emulator-listener.js';
import { routeHost } from '../dev/route-host.js';
import { type FetchHandler, toNodeListener } from '../node/to-node-listener.js';
import { defaultBasePath } from '../protocol/handler-paths.js';
import { createImagesHandler } from '../server/handler/create-images-handler.js';
import { createImagesClient, type ImagesClient } from '../server/client/create-images-client.js';
import { isAllowedHost } from './is-allowed-host.js';
import { openDirectory } from './open-directory.js';

export interface CfImagesOptions {
  /**
   * Where uploaded images live between restarts, relative to the Vite root, or `false` to keep
   * them in memory only. The folder ignores itself in Git.
   *
   * @default ".cf-images"
   */
  directory?: string | false;
  /**
   * Options in delivery URLs instead of named variants. Off on a new Cloudflare account, and so
   * here: turn it on in both places.
   *
   * @default false
   */
  flexibleVariants?: boolean;
  /**
   * The hash in delivery URLs.
   *
   * @default VITE_CF_IMAGES_ACCOUNT_HASH of your .env files, else "local-hash"
   */
  accountHash?: string;
  /** Where the handler answers. @default "/api/images" */
  basePath?: string;
  /**
   * Your own handler over the client that it is given, with the `authorize` of your app. Called
   * once for each origin that pages come from.
   *
   * @default a handler that allows everything, to requests from this machine only
   */
  handler?: (images: ImagesClient) => FetchHandler;
  /** A client of a real account: then no emulator is started, only the handler is mounted. */
  images?: ImagesClient;
}

/**
 * Vite plugin for development: a whole Cloudflare Images and the handler that the hooks call,
 * inside the dev server. It defines `import.meta.env.VITE_CF_IMAGES_ACCOUNT_HASH` and
 * `import.meta.env.VITE_CF_IMAGES_ORIGIN` for `createDelivery`; in a production build the
 * origin is undefined, and the hash is what your own environment says.
 *
 * Needs `sharp`, and `libsql` unless `directory` is false. Does nothing in `vite build`.
 */
export function cfImages(options: CfImagesOptions = {}): Plugin {
  const basePath = options.basePath ?? defaultBasePath;
  let accountHash = options.accountHash;
  // Vitest gives one plugin to two servers: that of the tests and that of the page they run in.
  const emulators: Emulator[] = [];
  return {
    name: 'react-cf-images',
    config(config, { command, mode }) {
      if (command !== 'serve') return undefined;
      const env = loadEnv(mode, config.envDir || config.root || process.cwd(), 'VITE_CF_IMAGES_');
      accountHash ??= env.VITE_CF_IMAGES_ACCOUNT_HASH || 'local-hash';
      return {
        define: {
          'import.meta.env.VITE_CF_IMAGES_ACCOUNT_HASH': JSON.stringify(accountHash),
          'import.meta.env.VITE_CF_IMAGES_ORIGIN': options.images
            ? 'undefined'
            : JSON.stringify('/imagedelivery.net'),
        },
      };
    },
    async configureServer(server) {
      const emulator = options.images ? undefined : await start(server.config.root);
      if (emulator) emulators.push(emulator);
      const makeHandler = options.handler ?? allowEverything;
      const handle = emulator
        ? handleByOrigin((origin) => makeHandler(clientOf(emulator, origin)))
        : makeHandler(options.images as ImagesClient);
      const listeners = [{ handles: isHandlerPath, listen: toNodeListener(handle) }];
      if (emulator) {
        listeners.push({
          handles: isServicePath,
          listen: createEmulatorListener(emulator, () => true),
        });
      }
      // Vite's own check of the host stands behind us, and a page of another site that has
      // rebound its name to this machine must reach neither the handler nor the images.
      const allowed = server.config.server.allowedHosts;
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?', 1)[0] ?? '/';
        const target = listeners.find(({ handles }) => handles(path));
        if (!target) return next();
        if (isAllowedHost(request.headers.host, allowed)) return target.listen(request, response);
        response.writeHead(403, { 'content-type': 'text/plain' });
        response.end(
          'react-cf-images: this host is not in server.allowedHosts of the Vite config.',
        );
      });
    },
    // Called when the dev server closes, also where it has no HTTP server of its own.
    async buildEnd() {
      await Promise.all(emulators.splice(0).map((emulator) => emulator.close()));
    },
  };

  function isHandlerPath(path: string): boolean {
    return path.startsWith(`${basePath}/`);
  }

  function allowEverything(images: ImagesClient) {
    return createImagesHandler({ images, basePath, authorize: () => true });
  }

  async function start(root: string): Promise<Emulator> {
    const directory = options.directory ?? '.cf-images';
    return createEmulator({
      accountHash: accountHash ?? 'local-hash',
      flexibleVariants: options.flexibleVariants ?? false,
      store: directory === false ? 'memory' : { directory: await openDirectory(root, directory) },
    });
  }
}

// The emulator's answers hold absolute URLs, and a page can only use those of the origin it came
// from: localhost, 127.0.0.1 and the address in the local network are three.
function handleByOrigin(make: (origin: string) => FetchHandler): FetchHandler {
  const handlers = new Map<string, FetchHandler>();
  return (request) => {
    const { origin } = new URL(request.url);
    const handler = handlers.get(origin) ?? make(origin);
    handlers.set(origin, handler);
    return handler(request);
  };
}

function clientOf(emulator: Emulator, origin: string): ImagesClient {
  return createImagesClient({
    accountId: emulator.accountId,
    apiToken: emulator.token,
    baseUrl: `${origin}/client/v4`,
    fetch: emulator.fetch,
  });
}

function isServicePath(path: string): boolean {
  return routeHost(new URL(path, 'http://localhost')) !== undefined;
}
