import type { Credentials } from './api/credentials.js';
import type { RateLimit } from './api/rate-limit.js';
import type { Delivery } from './delivery/create-deliverer.js';
import type { Guesses } from './guesses.js';
import type { Renderer } from './render/renderer.js';
import type { Store } from './store/store.js';
import type { UploadEvent } from './webhook/webhook-body.js';

/** What every part of one emulated account works with. */
export interface ServiceContext {
  accountId: string;
  accountHash: string;
  credentials: Credentials;
  guesses: Guesses;
  store: Store;
  renderer: Renderer;
  /** Answers the hosts that images are read from. */
  deliver(delivery: Delivery): Promise<Response>;
  /** Milliseconds of the emulator's own clock. */
  now(): number;
  /**
   * Gets what an upload by URL names. Off unless the emulator was given a way to fetch.
   *
   * @throws Refusal when it may not or could not
   */
  fetchUpload(url: string): Promise<{ bytes: Uint8Array; fileName: string | undefined }>;
  /** Tells the webhook, if there is one, how a direct upload ended. */
  notify(event: UploadEvent): void;
  rateLimit?: RateLimit;
  batchRateLimit?: RateLimit;
  /** How many images the account may hold; uploads beyond it are refused. */
  allowedImages: number;
  /** Whether failures of the upload host are bare text, the other shape that was seen. */
  textFailures: boolean;
  /** Whether AVIF uploads are taken, as on Enterprise plans. */
  acceptsAvif: boolean;
}
