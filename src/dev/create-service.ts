import { openCache } from './cache/open-cache.js';
import { createRateLimit } from './api/rate-limit.js';
import { createDeliverer } from './delivery/create-deliverer.js';
import type { EmulatorOptions } from './emulator-options.js';
import { createFetchSource } from './outgoing/create-fetch-source.js';
import { createFetchUpload } from './outgoing/create-fetch-upload.js';
import { createSharpRenderer } from './render/sharp-renderer.js';
import type { ServiceContext } from './service-context.js';
import { openStore } from './store/open-store.js';

/** What is known before a store is opened. */
export type ServiceNames = Pick<
  ServiceContext,
  'accountId' | 'accountHash' | 'credentials' | 'guesses' | 'now' | 'notify'
>;

/** The defaults of the options that name things. */
export function createNames(options: EmulatorOptions) {
  return {
    accountId: options.accountId ?? 'local-account',
    accountHash: options.accountHash ?? 'local-hash',
    credentials: {
      token: options.token ?? 'local-token',
      readToken: options.readToken ?? 'local-read-token',
      email: options.email ?? 'local@example.com',
      key: options.key ?? 'local-key',
    },
  };
}

/** Opens the store and puts the parts of one account together. */
export async function createService(
  options: EmulatorOptions,
  names: ServiceNames,
): Promise<ServiceContext> {
  const parts = {
    ...names,
    store: await openStore(options.store ?? 'memory'),
    renderer: options.renderer ?? createSharpRenderer(),
  };
  const outgoing = options.outgoing ?? 'none';
  const fetchSource = createFetchSource(outgoing);
  return {
    ...parts,
    deliver: createDeliverer({
      ...parts,
      cache: await openCache(options.store),
      strict: options.strict ?? false,
      ...(fetchSource ? { fetchSource } : {}),
    }),
    fetchUpload: createFetchUpload(outgoing, names.guesses),
    allowedImages: options.allowedImages ?? 100_000,
    textFailures: options.textFailures ?? false,
    acceptsAvif: options.acceptsAvif ?? false,
    ...createLimits(options, names.now),
  };
}

// Batch tokens have a limit of their own, 200 a second, outside the account's.
function createLimits(options: EmulatorOptions, now: () => number) {
  const { rateLimit = false } = options;
  if (rateLimit === false) return {};
  return {
    rateLimit: createRateLimit(rateLimit === true ? {} : rateLimit, now),
    batchRateLimit: createRateLimit({ requests: 200, windowSeconds: 1 }, now),
  };
}
