import type { ImagePage } from '../../protocol/image-page.js';
import type { ImageRecord } from '../../protocol/image-record.js';
import { ImagesError } from '../../protocol/images-error.js';
import type { ImagesStats } from '../../protocol/images-stats.js';
import type { UploadTicket } from '../../protocol/upload-ticket.js';
import type { VariantRecord } from '../../protocol/variant-record.js';
import type { CallOptions } from './call-options.js';
import { createDirectUpload, type CreateDirectUploadOptions } from './create-direct-upload.js';
import { deleteImage } from './delete-image.js';
import { getImage } from './get-image.js';
import { listImages, type ListImagesOptions } from './list-images.js';
import { listVariants } from './list-variants.js';
import { readStats } from './read-stats.js';
import { createRestTransport } from './rest-transport.js';
import { updateImage, type UpdateImageOptions } from './update-image.js';

export interface ImagesClientOptions {
  /** The account ID of the dashboard, not the account hash of delivery URLs. */
  accountId: string;
  /** An API token with the permission "Cloudflare Images: Edit". It never leaves the client. */
  apiToken: string;
  /** @default 'https://api.cloudflare.com/client/v4' */
  baseUrl?: string;
  /**
   * Sends a request: `emulator.fetch`, or a wrapper that logs. It sees the token.
   * @default globalThis.fetch
   */
  fetch?: (request: Request) => Promise<Response>;
  /**
   * Milliseconds for one attempt, from sending to the last byte of the answer.
   * @default 30000
   */
  timeoutMs?: number;
  /**
   * Further attempts after a failure that is safe to repeat: 429 whose Retry-After is short, and
   * for reads a 5xx, code 5550 and a lost connection.
   * @default 2
   */
  retries?: number;
}

/** Every method throws an `ImagesError` when it does not succeed. */
export interface ImagesClient {
  /** A one-time URL to which a browser may upload one image. */
  createDirectUpload(options?: CreateDirectUploadOptions): Promise<UploadTicket>;
  /** One page of images. */
  list(options?: ListImagesOptions): Promise<ImagePage>;
  /** One image; throws 'not-found' when there is none. */
  get(imageId: string, options?: CallOptions): Promise<ImageRecord>;
  /** The changed image, whose id may be a new one. */
  update(imageId: string, changes: UpdateImageOptions): Promise<ImageRecord>;
  delete(imageId: string, options?: CallOptions): Promise<void>;
  variants: {
    list(options?: CallOptions): Promise<readonly VariantRecord[]>;
  };
  stats(options?: CallOptions): Promise<ImagesStats>;
}

/** A client of Cloudflare Images for the place where the token is: never a browser. */
export function createImagesClient(options: ImagesClientOptions): ImagesClient {
  const transport = createRestTransport({
    ...checkAccess(options),
    baseUrl: (options.baseUrl ?? 'https://api.cloudflare.com/client/v4').replace(/\/+$/, ''),
    // Looked up at each call, so that a fetch replaced later (by a test, say) is used.
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
    timeoutMs: options.timeoutMs ?? 30_000,
    retries: options.retries ?? 2,
  });
  return {
    createDirectUpload: (upload) => createDirectUpload(transport, upload),
    list: (query) => listImages(transport, query),
    get: (imageId, call) => getImage(transport, imageId, call),
    update: (imageId, changes) => updateImage(transport, imageId, changes),
    delete: (imageId, call) => deleteImage(transport, imageId, call),
    variants: { list: (call) => listVariants(transport, call) },
    stats: (call) => readStats(transport, call),
  };
}

function checkAccess(options: ImagesClientOptions): { accountId: string; apiToken: string } {
  if ('document' in globalThis) {
    throw new ImagesError(
      'not-supported',
      'createImagesClient was called in a browser, where its API token would be public. Call it on your server and let the browser talk to createImagesHandler.',
    );
  }
  // Variables read from a file often end in a line break.
  const accountId = String(options.accountId ?? '').trim();
  const apiToken = String(options.apiToken ?? '').trim();
  if (accountId === '') {
    throw new ImagesError(
      'token-missing',
      "createImagesClient: accountId is empty. Copy the account ID from the Cloudflare dashboard (Images, on the right) into your server's environment.",
    );
  }
  if (apiToken === '') {
    throw new ImagesError(
      'token-missing',
      'createImagesClient: apiToken is empty. Make a token with the permission "Cloudflare Images: Edit" (dashboard, My Profile, API Tokens) and set it in your server\'s environment.',
    );
  }
  if (!/^[\w-]+$/.test(accountId)) {
    throw new ImagesError(
      'invalid-option',
      'createImagesClient: accountId may hold letters, digits, "_" and "-" only. Was a URL or a quote copied with it?',
    );
  }
  // Said without the value, which the error of the runtime would print.
  if (!/^[\x21-\x7e]+$/.test(apiToken)) {
    throw new ImagesError(
      'invalid-option',
      'createImagesClient: apiToken holds a space, a line break or another character that no token has. Copy it again.',
    );
  }
  return { accountId, apiToken };
}
