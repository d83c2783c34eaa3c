import {
  createDeliverer,
  type Delivery,
  type DelivererParts,
} from '../../../src/dev/delivery/create-deliverer.js';
import { defaultGuesses, type Guesses } from '../../../src/dev/guesses.js';
import type { Renderer } from '../../../src/dev/render/renderer.js';
import { createSharpRenderer } from '../../../src/dev/render/sharp-renderer.js';
import { hashBytes } from '../../../src/dev/store/hash-bytes.js';
import { createMemoryStore } from '../../../src/dev/store/memory-store.js';
import type { StoredImage, StoredVariant } from '../../../src/dev/stored-image.js';

export const accountHash = 'hash';

/** What most browsers of today send for an image. */
export const chromeAccept = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

export interface StageOptions extends Partial<Omit<DelivererParts, 'guesses' | 'store'>> {
  guesses?: Partial<Guesses>;
  flexible?: boolean;
}

/** A deliverer on a memory store, with the real renderer, which counts its work. */
export async function setStage({ guesses, flexible = true, ...parts }: StageOptions = {}) {
  const store = createMemoryStore();
  const config = await store.getConfig();
  await store.putConfig({ ...config, flexible_variants: flexible });
  const counts = { probed: 0, rendered: 0, searched: 0 };
  const real = parts.renderer ?? createSharpRenderer();
  const renderer: Renderer = {
    probe: (bytes) => {
      counts.probed += 1;
      return real.probe(bytes);
    },
    findBorder: (bytes, search) => {
      counts.searched += 1;
      return real.findBorder(bytes, search);
    },
    render: (bytes, plan) => {
      counts.rendered += 1;
      return real.render(bytes, plan);
    },
  };
  const deliver = createDeliverer({
    accountHash,
    now: () => Date.parse('2026-11-22T12:00:00Z'),
    ...parts,
    store,
    renderer,
    guesses: { ...defaultGuesses, ...guesses },
  });

  return {
    store,
    counts,
    deliver,
    async addImage(id: string, bytes: Uint8Array, fields: Partial<StoredImage> = {}) {
      const { contentType, width, height } = await real.probe(bytes);
      const image: StoredImage = {
        id,
        filename: 'photo',
        creator: null,
        meta: {},
        requireSignedURLs: false,
        uploaded: '2026-11-22T10:00:00.000Z',
        draft: false,
        expiresAt: null,
        contentType,
        width,
        height,
        byteLength: bytes.length,
        hash: await hashBytes(bytes),
        ...fields,
      };
      await store.putImage(image, bytes);
    },
    async addVariant(
      id: string,
      options: Partial<StoredVariant['options']> = {},
      neverRequireSignedURLs = false,
    ) {
      const all = { fit: 'scale-down', metadata: 'none', ...options } as const;
      await store.putVariant({ id, options: all, neverRequireSignedURLs });
    },
    /** Asks for a path after the host, such as `/hash/id/public`. */
    get(path: string, init: RequestInit & { surface?: Delivery['surface']; origin?: string } = {}) {
      const { surface = 'hosted', origin = 'https://imagedelivery.net', ...rest } = init;
      const prefix = {
        hosted: '',
        'custom-domain': '/cdn-cgi/imagedelivery',
        remote: '/cdn-cgi/image',
      };
      const request = new Request(`${origin}${prefix[surface]}${path}`, rest);
      const { pathname, search } = new URL(request.url);
      return deliver({ surface, path: pathname.slice(prefix[surface].length), search, request });
    },
  };
}

export type Stage = Awaited<ReturnType<typeof setStage>>;

/** The explain header as a Map; of a name said twice the last counts. */
export function explained(response: Response): Map<string, string> {
  const text = response.headers.get('x-cf-images-explain') ?? '';
  return new Map(
    text.split('; ').map((fact) => {
      const at = fact.indexOf('=');
      return [fact.slice(0, at), fact.slice(at + 1)] as const;
    }),
  );
}

export async function bodyOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}
