import { readInteger } from '../api/read-integer.js';
import type { RequestRecord } from '../control/request-log.js';
import { buildVariantUrl, createPublicOrigins } from '../public-origins.js';
import type { ServiceContext } from '../service-context.js';
import type { AccountConfig, StoredVariant } from '../stored-image.js';
import type { InspectorParts } from './create-inspector.js';
import { type InspectedImage, inspectImage } from './inspected-image.js';

const maxDrafts = 100;
const maxRequests = 200;

/** Everything the page shows. No token and no key is in it. */
export interface InspectorState {
  accountId: string;
  accountHash: string;
  /** Milliseconds of the emulator's clock, and how far it is ahead of real time. */
  now: number;
  aheadMs: number;
  imageCount: number;
  allowedImages: number;
  /** The newest ones. */
  images: readonly InspectedImage[];
  /** The newest ones, those with an ended link too. */
  drafts: readonly InspectedImage[];
  /** The image that was asked for by id, with its delivery URLs by variant; null for none. */
  selected: (InspectedImage & { urls: Readonly<Record<string, string>> }) | null;
  variants: readonly StoredVariant[];
  keyNames: readonly string[];
  config: AccountConfig;
  /** How many are remembered. */
  requestCount: number;
  /** Newest first; `sequence` tells them apart. */
  requests: readonly (RequestRecord & { sequence: number })[];
}

/** Creates the reader of the state; `images` and `selected` of the URL's query say how much and which. */
export function createStateReader({ clock, requests }: Omit<InspectorParts, 'open'>) {
  const sequenceOf = createSequence();
  return async ({ store, ...service }: ServiceContext, url: URL) => {
    const query = url.searchParams;
    const origins = createPublicOrigins(url.origin);
    const limit = readInteger(query, 'images', { min: 1, max: 1000, fallback: 60 });
    const selected = query.get('selected');
    const [{ images }, drafts, image, variants, keys, config, imageCount] = await Promise.all([
      store.listImages({ limit, order: 'desc' }),
      store.listDrafts(maxDrafts),
      selected === null ? undefined : store.getImage(selected),
      store.listVariants(),
      store.listKeys(),
      store.getConfig(),
      store.countImages(),
    ]);
    const now = clock.now();
    const records = requests.list();
    const state: InspectorState = {
      accountId: service.accountId,
      accountHash: service.accountHash,
      now,
      aheadMs: now - Date.now(),
      imageCount,
      allowedImages: service.allowedImages,
      images: images.map(inspectImage),
      drafts: drafts.map(inspectImage),
      selected: image
        ? {
            ...inspectImage(image),
            urls: Object.fromEntries(
              variants.map(({ id }) => [
                id,
                buildVariantUrl(origins, service.accountHash, image.id, id),
              ]),
            ),
          }
        : null,
      variants,
      keyNames: keys.map(({ name }) => name),
      config,
      requestCount: records.length,
      requests: records
        .slice(-maxRequests)
        .map((record) => ({ ...record, sequence: sequenceOf(record) }))
        .reverse(),
    };
    return state;
  };
}

// A record has no name of its own, and two may be alike to the millisecond.
function createSequence(): (record: RequestRecord) => number {
  const known = new WeakMap<RequestRecord, number>();
  let last = 0;
  return (record) => {
    const sequence = known.get(record) ?? (last += 1);
    known.set(record, sequence);
    return sequence;
  };
}
