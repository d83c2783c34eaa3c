import type { AccountConfig, StoredImage, StoredKey, StoredVariant } from '../stored-image.js';
import { createInitialAccount } from './create-initial-account.js';
import { frozenCopy } from './frozen-copy.js';
import { createSharedBytes, missingBytes } from './shared-bytes.js';
import type { AccountState, Store, StoreContents } from './store.js';
import { createUploadOrder } from './upload-order.js';

interface Row {
  image: StoredImage;
  sequence: number;
}

/** A store that lives as long as the process. `account` is what it starts with. */
export function createMemoryStore(account: AccountState = createInitialAccount()): Store {
  let images = new Map<string, Row>();
  let order = createUploadOrder();
  let drafts = createUploadOrder();
  let bytesByHash = createSharedBytes();
  let variants = new Map<string, StoredVariant>();
  let keys = new Map<string, StoredKey>();
  let config: AccountConfig = account.config;
  let sequence = 0;

  const insert = (source: StoredImage, bytes?: Uint8Array, kept?: number) => {
    const image = frozenCopy(source);
    // First, because it is the one step that can refuse.
    if (!image.draft) bytesByHash.add(image.hash, bytes);
    sequence += 1;
    const row = { image, sequence: kept ?? sequence };
    images.set(image.id, row);
    (image.draft ? drafts : order).insert(image, row.sequence);
    return image;
  };
  const remove = (row: Row) => {
    images.delete(row.image.id);
    (row.image.draft ? drafts : order).remove(row.image, row.sequence);
    if (!row.image.draft) bytesByHash.release(row.image.hash);
  };
  const replace = (row: Row, next: StoredImage, bytes: Uint8Array | undefined) => {
    const data = bytes ?? bytesByHash.get(next.hash);
    if (!next.draft && !data) throw missingBytes(next.hash);
    // The place in the list is the moment the bytes came; later changes keep it.
    const kept = row.image.draft ? undefined : row.sequence;
    remove(row);
    return insert(next, data, kept);
  };
  const fill = (contents: StoreContents) => {
    images = new Map();
    order = createUploadOrder();
    drafts = createUploadOrder();
    bytesByHash = createSharedBytes();
    variants = new Map(contents.variants.map((variant) => [variant.id, frozenCopy(variant)]));
    keys = new Map(contents.keys.map((key) => [key.name, frozenCopy(key)]));
    config = frozenCopy(contents.config);
    for (const image of contents.images) insert(image, contents.bytes.get(image.hash));
  };
  fill({ ...account, images: [], bytes: new Map() });

  return {
    getImage: async (id) => images.get(id)?.image,
    readBytes: async (hash) => bytesByHash.get(hash),
    async addImage(image, bytes) {
      if (images.has(image.id)) return false;
      insert(image, bytes);
      return true;
    },
    async changeImage(id, change, bytes) {
      const row = images.get(id);
      const next = row && change(row.image);
      if (!row || !next || (next.id !== id && images.has(next.id))) return undefined;
      return replace(row, next, bytes);
    },
    async putImage(image, bytes) {
      const row = images.get(image.id);
      if (row) replace(row, image, bytes);
      else insert(image, bytes);
    },
    async deleteImage(id) {
      const row = images.get(id);
      if (row) remove(row);
      return row !== undefined;
    },
    listImages: async (query) => order.page(query),
    listDrafts: async (limit) => drafts.page({ limit, order: 'desc' }).images,
    countImages: async () => order.size,

    listVariants: async () => [...variants.values()],
    getVariant: async (id) => variants.get(id),
    async addVariant(variant, limit) {
      if (variants.has(variant.id)) return 'taken';
      if (variants.size >= limit) return 'full';
      variants.set(variant.id, frozenCopy(variant));
      return 'added';
    },
    async putVariant(variant) {
      variants.set(variant.id, frozenCopy(variant));
    },
    deleteVariant: async (id) => variants.delete(id),

    listKeys: async () => [...keys.values()],
    async addKey(key) {
      if (keys.has(key.name)) return false;
      keys.set(key.name, frozenCopy(key));
      return true;
    },
    async putKey(key) {
      keys.set(key.name, frozenCopy(key));
    },
    async deleteKey(name, fresh) {
      const isDeleted = keys.delete(name);
      if (keys.size === 0) keys.set(fresh.name, frozenCopy(fresh));
      return isDeleted;
    },

    getConfig: async () => config,
    async putConfig(next) {
      config = frozenCopy(next);
    },

    async readAll() {
      return {
        images: [...order.entries(), ...drafts.entries()],
        bytes: bytesByHash.copy(),
        variants: [...variants.values()],
        keys: [...keys.values()],
        config,
      };
    },
    replaceAll: async (contents) => fill(contents),
    close: async () => {},
  };
}
