import type { RateLimitOptions } from './api/rate-limit.js';
import type { RequestRecord } from './control/request-log.js';
import type { Seed } from './control/seed.js';
import type { Guesses } from './guesses.js';
import type { Outgoing } from './outgoing/outgoing-fetch.js';
import type { Renderer } from './render/renderer.js';
import type { Store } from './store/store.js';
import type { WebhookOptions } from './webhook/create-webhook.js';

/** Everything has a default: `createEmulator()` is a whole account. */
export interface EmulatorOptions {
  /** @default "local-account" */
  accountId?: string;
  /** @default "local-hash" */
  accountHash?: string;
  /** Token with Images Write. @default "local-token" */
  token?: string;
  /** Token with Images Read only. @default "local-read-token" */
  readToken?: string;
  /** Value of `X-Auth-Email`, for the legacy headers. @default "local@example.com" */
  email?: string;
  /** Value of `X-Auth-Key`. @default "local-key" */
  key?: string;
  /** `memory` forgets with the process; a directory keeps everything. @default "memory" */
  store?: 'memory' | { directory: string } | Store;
  /** Turns flexible variants on or off at the start. A new account has them off. */
  flexibleVariants?: boolean;
  /** Planted when the store is opened, and again by `reset()`. */
  seed?: Seed;
  /** Other stand-ins for what is not known about the service. */
  guesses?: Partial<Guesses>;
  /** Who looks into the images. @default sharp, loaded at the first image */
  renderer?: Renderer;
  /** Turns what delivery cannot emulate into an error. @default false */
  strict?: boolean;
  /**
   * What the emulator may fetch itself, for uploads by URL and the sources of
   * `/cdn-cgi/image/`. `public` reaches no private, loopback or link-local address. Leave it
   * off on an emulator that listens to the network.
   *
   * @default "none"
   */
  outgoing?: Outgoing;
  /** Who hears of direct uploads that ended. */
  webhook?: WebhookOptions;
  /** Limits the API's requests as the service does. @default false */
  rateLimit?: boolean | RateLimitOptions;
  /** How many images the account may hold, as `stats` says. @default 100000 */
  allowedImages?: number;
  /** Takes AVIF uploads, as Enterprise plans do. @default false */
  acceptsAvif?: boolean;
  /** Failures of the upload host as text `ERROR <code>: <message>` instead of JSON. @default false */
  textFailures?: boolean;
  /** Called after each request, for a log of your own. */
  onRequest?: (record: RequestRecord) => void;
}
