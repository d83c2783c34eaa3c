import { isCustomId, createImageId } from '../image-id.js';
import { inspectUpload } from '../inspect-upload.js';
import { parseVariantOptions } from '../api/parse-variant-options.js';
import type { ServiceContext } from '../service-context.js';
import type { AccountConfig, StoredImage, StoredVariant } from '../stored-image.js';

/** An image to start with. */
export interface SeedImage {
  /** What it is; without it, it becomes a draft whose link ends in half an hour. */
  bytes?: Uint8Array | Blob;
  /** A custom id or a UUID. @default a new one */
  id?: string;
  filename?: string;
  metadata?: Readonly<Record<string, unknown>>;
  creator?: string;
  /** @default false */
  requireSignedURLs?: boolean;
  /** @default the time of the emulator's clock */
  uploaded?: Date | string;
}

/** A named variant to start with: its options, and whether private images need no signature. */
export type SeedVariant = Partial<StoredVariant['options']> & { neverRequireSignedURLs?: boolean };

/** What an account should hold, beyond what it holds. */
export interface Seed {
  images?: readonly SeedImage[];
  variants?: Readonly<Record<string, SeedVariant>>;
  /** Signing keys by name. */
  keys?: Readonly<Record<string, string>>;
  config?: Partial<AccountConfig>;
}

/** Puts a seed into the store, over what has the same id or name. Answers the images' ids. */
export async function plantSeed(service: ServiceContext, seed: Seed): Promise<string[]> {
  const { store } = service;
  for (const [id, { neverRequireSignedURLs = false, ...given }] of Object.entries(
    seed.variants ?? {},
  )) {
    const { options } = parseVariantOptions(given);
    await store.putVariant({ id, options, neverRequireSignedURLs });
  }
  for (const [name, value] of Object.entries(seed.keys ?? {})) await store.putKey({ name, value });
  if (seed.config) await store.putConfig({ ...(await store.getConfig()), ...seed.config });
  const ids: string[] = [];
  for (const image of seed.images ?? []) ids.push(await plantImage(service, image));
  return ids;
}

async function plantImage(service: ServiceContext, seed: SeedImage): Promise<string> {
  const requireSignedURLs = seed.requireSignedURLs ?? false;
  const id = seed.id ?? createImageId(requireSignedURLs, service.guesses);
  if (requireSignedURLs && isCustomId(id)) {
    throw new Error(`seed: ${id} is a custom id, and those cannot require signed URLs.`);
  }
  const now = service.now();
  const draft: StoredImage = {
    id,
    filename: null,
    creator: seed.creator ?? null,
    meta: { ...seed.metadata },
    requireSignedURLs,
    uploaded: new Date(seed.uploaded ?? now).toISOString(),
    draft: true,
    expiresAt: now + 30 * 60_000,
    contentType: '',
    width: 0,
    height: 0,
    byteLength: 0,
    hash: '',
  };
  if (seed.bytes === undefined) {
    await service.store.putImage(draft);
    return id;
  }
  const bytes = await readBytes(seed.bytes);
  const content = await inspectUpload(bytes, service);
  const filename = seed.filename ?? null;
  await service.store.putImage(
    { ...draft, ...content, filename, draft: false, expiresAt: null },
    bytes,
  );
  return id;
}

async function readBytes(source: Uint8Array | Blob): Promise<Uint8Array> {
  return source instanceof Uint8Array ? source : new Uint8Array(await source.arrayBuffer());
}
