import { vi } from 'vitest';
import {
  createImagesHandler,
  type ImageRecord,
  type ImagesClient,
  ImagesError,
  type ImagesHandlerOptions,
} from '../../../src/server.js';

export const origin = 'https://app.example';

export function record(id: string, changes: Partial<ImageRecord> = {}): ImageRecord {
  return {
    id,
    filename: `${id}.jpg`,
    uploaded: '2026-11-22T10:00:00.000Z',
    requireSignedURLs: false,
    variants: [`https://imagedelivery.net/hash/${id}/public`],
    meta: { album: 'sea', invoice: 'secret-invoice' },
    creator: 'ann',
    draft: false,
    ...changes,
  };
}

/** A client without a service behind it: what was asked of it is the matter of these tests. */
export function fakeImages(
  records: readonly ImageRecord[] = [record('a'), record('b', { creator: 'bob' })],
) {
  const find = (id: string) => {
    const found = records.find((image) => image.id === id);
    if (!found) throw new ImagesError('not-found', 'no such image');
    return found;
  };
  return {
    createDirectUpload: vi.fn<ImagesClient['createDirectUpload']>(async (options = {}) => ({
      id: options.id ?? 'new',
      uploadURL: 'https://upload.imagedelivery.net/hash/one-time',
      expiresAt: '2026-11-22T10:30:00.000Z',
    })),
    list: vi.fn<ImagesClient['list']>(async () => ({ images: records, cursor: 'next' })),
    get: vi.fn<ImagesClient['get']>(async (id) => find(id)),
    update: vi.fn<ImagesClient['update']>(async (id, { metadata }) => ({
      ...find(id),
      ...(metadata ? { meta: metadata } : {}),
    })),
    delete: vi.fn<ImagesClient['delete']>(async (id) => void find(id)),
    variants: { list: vi.fn<ImagesClient['variants']['list']>(async () => []) },
    stats: vi.fn<ImagesClient['stats']>(async () => ({ allowed: 100, current: 2 })),
  };
}

export function setUp(
  options: Partial<ImagesHandlerOptions> = {},
  images: ReturnType<typeof fakeImages> = fakeImages(),
) {
  const errors: unknown[] = [];
  const handler = createImagesHandler({
    images,
    authorize: () => true,
    onError: ({ error }) => errors.push(error),
    ...options,
  });
  const call = async (
    method: string,
    path: string,
    init: RequestInit & { json?: unknown } = {},
  ) => {
    const { json, ...rest } = init;
    const headers = new Headers({ 'sec-fetch-site': 'same-origin', ...rest.headers });
    if (json !== undefined) headers.set('content-type', 'application/json');
    const request = new Request(`${origin}/api/images${path}`, {
      method,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...rest,
      headers,
      ...({ duplex: 'half' } as object),
    });
    const response = await handler(request);
    const body = response.status === 204 ? null : await response.json();
    return { status: response.status, headers: response.headers, body };
  };
  return { handler, call, images, errors };
}

/** One good request for each action. */
export const requests: [string, string, string, unknown?][] = [
  ['create-direct-upload', 'POST', '/direct-upload', { size: 10 }],
  ['list', 'GET', '/images'],
  ['get', 'GET', '/image?id=a'],
  ['update', 'PATCH', '/image?id=a', { metadata: {} }],
  ['delete', 'DELETE', '/image?id=a'],
  ['read-status', 'GET', '/status?id=a'],
  ['list-variants', 'GET', '/variants'],
  ['read-stats', 'GET', '/stats'],
];

export const touched = (images: ReturnType<typeof fakeImages>) =>
  [
    images.createDirectUpload,
    images.list,
    images.get,
    images.update,
    images.delete,
    images.variants.list,
    images.stats,
  ].some((method) => method.mock.calls.length > 0);
