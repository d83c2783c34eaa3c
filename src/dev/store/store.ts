import type { AccountConfig, StoredImage, StoredKey, StoredVariant } from '../stored-image.js';
import type { ImageQuery, StoredPage } from './image-query.js';

/** Everything of an account except its images. */
export interface AccountState {
  variants: readonly StoredVariant[];
  keys: readonly StoredKey[];
  config: AccountConfig;
}

/** A whole store by value: what a snapshot holds. `bytes` is keyed by hash. */
export interface StoreContents extends AccountState {
  images: readonly StoredImage[];
  bytes: ReadonlyMap<string, Uint8Array>;
}

/**
 * Where the emulator keeps an account. Every method is one step that either happened entirely
 * or not at all, also when the process dies in the middle, and also between two processes that
 * share a folder. A write that has been answered is not lost. Records that are handed out are
 * frozen or copies: nobody can change what is stored but through here.
 */
export interface Store {
  getImage(id: string): Promise<StoredImage | undefined>;
  /** The bytes whose SHA-256 is `hash`. */
  readBytes(hash: string): Promise<Uint8Array | undefined>;
  /** Adds an image or a draft; false, and nothing changed, when the id is taken. */
  addImage(image: StoredImage, bytes?: Uint8Array): Promise<boolean>;
  /**
   * Replaces an image by what `change` makes of its current state. `change` runs inside the
   * step and must not wait; undefined from it means "leave it". The new image may carry
   * another id: the old one is then gone. `bytes` belong to `hash` of the new image.
   *
   * @returns the new image, or undefined when nothing was changed
   */
  changeImage(
    id: string,
    change: (current: StoredImage) => StoredImage | undefined,
    bytes?: Uint8Array,
  ): Promise<StoredImage | undefined>;
  /** Adds or replaces without asking what was there. For seeds and tests. */
  putImage(image: StoredImage, bytes?: Uint8Array): Promise<void>;
  /** False when there was none. */
  deleteImage(id: string): Promise<boolean>;
  /** Stored images in upload order, drafts left out. */
  listImages(query: ImageQuery): Promise<StoredPage>;
  /** The newest drafts, newest first, those with an ended link too. */
  listDrafts(limit: number): Promise<readonly StoredImage[]>;
  /** How many images are stored, drafts left out. */
  countImages(): Promise<number>;

  listVariants(): Promise<readonly StoredVariant[]>;
  getVariant(id: string): Promise<StoredVariant | undefined>;
  /** Adds a variant unless the id is taken or there are `limit` already. */
  addVariant(variant: StoredVariant, limit: number): Promise<'added' | 'taken' | 'full'>;
  /** Adds or replaces. */
  putVariant(variant: StoredVariant): Promise<void>;
  deleteVariant(id: string): Promise<boolean>;

  listKeys(): Promise<readonly StoredKey[]>;
  /** False, and nothing changed, when the name is taken. */
  addKey(key: StoredKey): Promise<boolean>;
  /** Adds or replaces. */
  putKey(key: StoredKey): Promise<void>;
  /** Removes a key; when it was the last one, `fresh` takes its place. False when there was none. */
  deleteKey(name: string, fresh: StoredKey): Promise<boolean>;

  getConfig(): Promise<AccountConfig>;
  putConfig(config: AccountConfig): Promise<void>;

  readAll(): Promise<StoreContents>;
  replaceAll(contents: StoreContents): Promise<void>;
  close(): Promise<void>;
}
