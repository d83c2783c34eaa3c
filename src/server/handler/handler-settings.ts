import { defaultBasePath } from '../../protocol/handler-paths.js';
import type { ImageRecord } from '../../protocol/image-record.js';
import { ImagesError } from '../../protocol/images-error.js';
import { acceptedTypes, publishedLimits } from '../../protocol/published-limits.js';
import type { TicketReason } from '../../protocol/ticket-request.js';
import type { ImagesClient } from '../client/create-images-client.js';
import { parseAllowedOrigins } from './allowed-origins.js';
import type { Authorize } from './ask-permission.js';
import { createRunOnce } from './run-once.js';

export interface ImagesHandlerOptions {
  /** What carries the operations out: `createImagesClient(...)`. */
  images: ImagesClient;
  /** Asked for every operation. Without it, or unless it says so, nothing is allowed. */
  authorize: Authorize;
  /**
   * The path below which the handler is mounted, as the request's URL has it.
   * @default '/api/images'
   */
  basePath?: string;
  /**
   * Other origins whose pages may call, such as "https://app.example.com". They are answered
   * with CORS headers, cookies included. Requests of the handler's own origin need no entry.
   */
  allowedOrigins?: readonly string[];
  /**
   * Top-level metadata fields that the other end may read and filter lists by. All others stay
   * on the server.
   * @default []
   */
  publicMetadata?: readonly string[];
  /**
   * Shows the creator of images, and lets lists be filtered by it.
   * @default false
   */
  publicCreator?: boolean;
  /**
   * Top-level metadata fields that the other end may set, with a ticket or an update. All others
   * are dropped on a ticket and kept as they are by an update.
   * @default []
   */
  allowedMetadata?: readonly string[];
  /**
   * Bytes of one file.
   * @default Cloudflare's limit, 10 MiB
   */
  maxBytes?: number;
  /**
   * Media types of files. AVIF is not among them by default: it needs an Enterprise plan.
   * @default Cloudflare's list
   */
  accept?: readonly string[];
  /**
   * A ticket was made. The answer waits for it, and a ticket is not handed out when it throws:
   * drafts are in no list, so this is the moment to store an id that must not be lost.
   */
  onTicket?: (event: {
    imageId: string;
    expiresAt: string;
    /** What the browser says of it: another one for the same file is 'expired' or 'retry'. */
    reason: TicketReason;
    request: Request;
  }) => unknown;
  /**
   * An upload is stored, as Cloudflare itself says. The answer waits for it. It runs when the
   * other end asks for the status of an image (our upload hook does after each upload), once
   * for each image as far as this process remembers, and again if it throws. Several instances
   * or a restart can run it again, so write it so that twice does no harm.
   */
  onStored?: (event: { image: ImageRecord; request: Request }) => unknown;
  /** For the log: what is answered as a failure of the server, and errors of `authorize`. */
  onError?: (event: { error: unknown; request: Request }) => void;
}

/** The options, checked once and with their defaults. */
export interface HandlerSettings {
  images: ImagesClient;
  authorize: Authorize;
  basePath: string;
  allowedOrigins: ReadonlySet<string>;
  publicMetadata: readonly string[];
  publicCreator: boolean;
  allowedMetadata: readonly string[];
  maxBytes: number;
  accept: readonly string[];
  onTicket: NonNullable<ImagesHandlerOptions['onTicket']>;
  storeOnce: (image: ImageRecord, request: Request) => Promise<void>;
  reportError: (error: unknown, request: Request) => void;
}

const rememberedImages = 10_000;

/** Checks what a handler was made with. */
export function readHandlerSettings(options: ImagesHandlerOptions): HandlerSettings {
  const { onStored, onError } = options;
  if (typeof options.authorize !== 'function') {
    throw new ImagesError(
      'invalid-option',
      'createImagesHandler: authorize is missing. It decides who may upload, list and delete; to allow everything while you try things out, write authorize: () => true.',
    );
  }
  if (typeof options.images?.get !== 'function') {
    throw new ImagesError(
      'invalid-option',
      'createImagesHandler: images is missing. Pass what createImagesClient(...) returns.',
    );
  }
  const runOnce = createRunOnce(rememberedImages);
  return {
    images: options.images,
    authorize: options.authorize,
    basePath: checkBasePath(options.basePath ?? defaultBasePath),
    allowedOrigins: parseAllowedOrigins(options.allowedOrigins ?? []),
    publicMetadata: options.publicMetadata ?? [],
    publicCreator: options.publicCreator ?? false,
    allowedMetadata: options.allowedMetadata ?? [],
    maxBytes: options.maxBytes ?? publishedLimits.maxBytes,
    accept: options.accept ?? acceptedTypes,
    onTicket: options.onTicket ?? (() => undefined),
    storeOnce: async (image, request) => {
      if (onStored) await runOnce(image.id, () => onStored({ image, request }));
    },
    reportError: (error, request) => {
      try {
        onError?.({ error, request });
      } catch {
        // A log that fails must not change the answer.
      }
    },
  };
}

function checkBasePath(basePath: string): string {
  const path = basePath.replace(/\/+$/, '');
  if (path !== '' && (!path.startsWith('/') || new URL(path, 'http://x').pathname !== path)) {
    throw new ImagesError(
      'invalid-option',
      `createImagesHandler: basePath ${JSON.stringify(basePath)} is not a path such as "/api/images".`,
    );
  }
  return path;
}
