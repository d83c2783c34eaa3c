import { createRequestLog, type RequestLog } from './control/request-log.js';
import { plantSeed, type Seed } from './control/seed.js';
import { type Clock, createClock } from './create-clock.js';
import { createFront } from './create-front.js';
import { createNames, createService } from './create-service.js';
import type { EmulatorOptions } from './emulator-options.js';
import { createFaults, type Faults } from './faults/create-faults.js';
import { defaultGuesses } from './guesses.js';
import { createInspector } from './inspector/create-inspector.js';
import type { ServiceContext } from './service-context.js';
import { createInitialAccount } from './store/create-initial-account.js';
import type { StoreContents } from './store/store.js';
import { createWebhook, type Webhooks } from './webhook/create-webhook.js';

/** A whole Cloudflare Images account, as a function. */
export interface Emulator {
  /**
   * Answers one request to any of the service's hosts: by their real names, or on any other
   * origin by paths such as `/client/v4/...`, `/upload.imagedelivery.net/...`,
   * `/imagedelivery.net/...`. Takes what the global `fetch` takes and never opens a socket.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  readonly accountId: string;
  readonly accountHash: string;
  /** A token that may read and write. */
  readonly token: string;
  /** A token that may only read. */
  readonly readToken: string;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly webhooks: Webhooks;
  /** Adds to the account what a test needs; answers the ids of the images in their order. */
  seed(seed: Seed): Promise<string[]>;
  /** Back to the first day: the store, the clock, faults and the log; the `seed` option again. */
  reset(): Promise<void>;
  /** Everything the account holds, as a value. The clock, faults and the log are not in it. */
  snapshot(): Promise<EmulatorSnapshot>;
  restore(snapshot: EmulatorSnapshot): Promise<void>;
  /** Opens the store now rather than at the first request, so that a mistake shows at once. */
  ready(): Promise<void>;
  /** Waits for webhooks and lets go of files. Requests after it fail. */
  close(): Promise<void>;
}

/** What `snapshot()` gives and `restore()` takes. */
export type EmulatorSnapshot = StoreContents;

/** Creates an emulator. Nothing is opened or loaded until the first request or `ready()`. */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const clock = createClock();
  const { faults, take } = createFaults();
  const { log, record } = createRequestLog(options.onRequest);
  // Whoever gives an address for the webhook wants it called.
  const webhook = options.webhook ? 'local' : defaultGuesses.webhook;
  const guesses = { ...defaultGuesses, webhook, ...options.guesses };
  const names = { ...createNames(options), guesses, now: clock.now };
  const { webhooks, notify } = createWebhook(options.webhook, names);

  let opening: Promise<ServiceContext> | undefined;
  let isClosed = false;
  const start = async () => {
    const service = await createService(options, { ...names, notify });
    await plantOptions(service, options);
    return service;
  };
  const checkOpen = () => {
    if (isClosed) throw new Error('The emulator was closed.');
  };
  const open = async () => {
    checkOpen();
    opening ??= start();
    return opening;
  };
  const front = createFront({ open, now: clock.now, takeFault: take, record });
  const inspect = createInspector({ open, clock, requests: log });

  return {
    accountId: names.accountId,
    accountHash: names.accountHash,
    token: names.credentials.token,
    readToken: names.credentials.readToken,
    clock,
    faults,
    requests: log,
    webhooks,
    async fetch(input, init) {
      checkOpen();
      const isReady = input instanceof Request && init === undefined;
      const request = isReady ? input : new Request(input, init);
      return inspect(request) ?? front(request);
    },
    seed: async (seed) => plantSeed(await open(), seed),
    async reset() {
      const service = await open();
      faults.clear();
      log.clear();
      clock.reset();
      await service.store.replaceAll({ ...createInitialAccount(), images: [], bytes: new Map() });
      await plantOptions(service, options);
    },
    snapshot: async () => (await open()).store.readAll(),
    restore: async (snapshot) => (await open()).store.replaceAll(snapshot),
    ready: async () => void (await open()),
    async close() {
      isClosed = true;
      await webhooks.settled();
      const service = await opening?.catch(() => undefined);
      await service?.store.close();
    },
  };
}

async function plantOptions(service: ServiceContext, options: EmulatorOptions): Promise<void> {
  if (options.flexibleVariants !== undefined) {
    await plantSeed(service, { config: { flexible_variants: options.flexibleVariants } });
  }
  if (options.seed) await plantSeed(service, options.seed);
}
