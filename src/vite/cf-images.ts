import { type Plugin, loadEnv } from 'vite';
import { createEmulator, type Emulator } from '../dev/create-emulator.js';
import { createEmulatorListener } from '../dev/create-emulator-listener.js';
import { inspectorPath } from '../dev/inspector/inspector-path.js';
import { type HostRoute, routeHost } from '../dev/route-host.js';
import { type FetchHandler, toNodeListener } from '../node/to-node-listener.js';
import { defaultBasePath } from '../protocol/handler-paths.js';
import { createImagesHandler } from '../server/handler/create-images-handler.js';
import { createImagesClient, type ImagesClient } from '../server/client/create-images-client.js';
import { isAllowedHost } from './is-allowed-host.js';
import { isFromThisMachine } from './is-from-this-machine.js';
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

const refusalWords =
  'react-cf-images: this host is not in server.allowedHosts of the Vite config, or the request comes from another machine. Give cfImages() a handler with your own authorize to let others upload.';

/**
 * Vite plugin for development: a whole Cloudflare Images and the handler that the hooks call,
 * inside the dev server. It defines `import.meta.env.VITE_CF_IMAGES_ACCOUNT_HASH` and
 * `import.meta.env.VITE_CF_IMAGES_ORIGIN` for `createDelivery`; in a production build the
 * origin is undefined, and the hash is what your own environment says.
 *
 * Needs `sharp`, and `libsql` unless `directory` is false. In `vite build` it only warns when
 * the account hash is missing.
 */
export function cfImages(options: CfImagesOptions = {}): Plugin {
  const basePath = options.basePath ?? defaultBasePath;
  const keptIn = options.directory ?? '.cf-images';
  let accountHash = options.accountHash;
  let isHashMissing = false;
  // Vitest gives one plugin to two servers: that of the tests and that of the page they run in.
  const emulators: Emulator[] = [];
  return {
    name: 'react-cf-images',
    config(config, { command, mode }) {
      const env = loadEnv(mode, config.envDir || config.root || process.cwd(), 'VITE_CF_IMAGES_');
      const known = accountHash ?? (env.VITE_CF_IMAGES_ACCOUNT_HASH || undefined);
      if (command !== 'serve') {
        isHashMissing = known === undefined;
        return undefined;
      }
      accountHash = known ?? 'local-hash';
      return {
        define: {
          'import.meta.env.VITE_CF_IMAGES_ACCOUNT_HASH': JSON.stringify(accountHash),
          'import.meta.env.VITE_CF_IMAGES_ORIGIN': options.images
            ? 'undefined'
            : JSON.stringify('/imagedelivery.net'),
        },
      };
    },
    configResolved({ logger }) {
      if (!isHashMissing) return;
      logger.warn(
        'react-cf-images: VITE_CF_IMAGES_ACCOUNT_HASH is not set for this build. Put the account hash of your dashboard (Images) into .env.production.',
      );
    },
    async configureServer(server) {
      const emulator = options.images ? undefined : await start(server.config.root);
      if (emulator) {
        emulators.push(emulator);
        const place = keptIn === false ? 'in memory' : `in ${keptIn}`;
        server.config.logger.info(`react-cf-images: the emulator is up, images are kept ${place}`);
      }
      const makeHandler = options.handler ?? allowEverything;
      const handle = emulator
        ? handleByOrigin((origin) => makeHandler(clientOf(emulator, origin)))
        : makeHandler(options.images as ImagesClient);
      const listenToHooks = toNodeListener(handle);
      const listenToService = emulator && createEmulatorListener(emulator, () => true);
      // Vite's own check of the host stands behind us, and a page of another site that has
      // rebound its name to this machine must reach neither the handler nor the images.
      const allowed = server.config.server.allowedHosts;
      server.middlewares.use((request, response, next) => {
        const service = listenToService && findServiceHost(request.url);
        const isHooks = request.url?.startsWith(`${basePath}/`) === true;
        if (!isHooks && service === undefined) return next();
        // Well-known tokens and a handler that allows everything are for this machine. Images,
        // and upload URLs that were handed out, may go to a phone on the same network.
        const isOpen = isHooks ? options.handler !== undefined : isPublicHost(service);
        const isNear = isFromThisMachine(request.socket.remoteAddress);
        if (!isAllowedHost(request.headers.host, allowed) || !(isNear || isOpen)) {
          response.writeHead(403, { 'content-type': 'text/plain' });
          response.end(refusalWords);
        } else if (isHooks) {
          listenToHooks(request, response);
        } else {
          listenToService?.(request, response);
        }
      });
    },
    // Called when the dev server closes, also where it has no HTTP server of its own.
    async buildEnd() {
      await Promise.all(emulators.splice(0).map((emulator) => emulator.close()));
    },
  };

  function allowEverything(images: ImagesClient) {
    return createImagesHandler({ images, basePath, authorize: () => true });
  }

  async function start(root: string): Promise<Emulator> {
    return createEmulator({
      accountHash: accountHash ?? 'local-hash',
      flexibleVariants: options.flexibleVariants ?? false,
      store: keptIn === false ? 'memory' : { directory: await openDirectory(root, keptIn) },
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

type ServiceHost = HostRoute['host'] | 'inspector';

function findServiceHost(url: string | undefined): ServiceHost | undefined {
  // The slash in front keeps a path such as `//[` from being read as a host.
  if (!url?.startsWith('/')) return undefined;
  const target = new URL(`http://localhost${url}`);
  return inspectorPath(target) === undefined ? routeHost(target)?.host : 'inspector';
}

function isPublicHost(host: ServiceHost | undefined): boolean {
  return host !== 'api' && host !== 'batch' && host !== 'inspector';
}
