import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../src/dev.js';
import { toNodeListener } from '../../src/node.js';
import {
  createImagesClient,
  createImagesHandler,
  type ImageRecord,
  type ImagesClient,
} from '../../src/server.js';

// The emulator and our handler, each behind real HTTP: what a visitor's browser does, by hand.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const closers: (() => Promise<unknown>)[] = [];
const stored: ImageRecord[] = [];
const errors: unknown[] = [];
let emulator: Emulator;
let client: ImagesClient;
let api: string;

async function listen(handler: (request: Request) => Promise<Response>): Promise<string> {
  const server = createServer(toNodeListener(handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  emulator = createEmulator();
  closers.push(() => emulator.close());
  const origin = await listen((request) => emulator.fetch(request));
  client = createImagesClient({
    accountId: emulator.accountId,
    apiToken: emulator.token,
    baseUrl: `${origin}/client/v4`,
  });
  const handler = createImagesHandler({
    images: client,
    // The visitor is whoever the header says, for the sake of the test.
    authorize: ({ request }) => {
      const visitor = request.headers.get('x-visitor');
      return visitor === 'admin' ? true : visitor !== null && { creator: visitor };
    },
    publicMetadata: ['album'],
    allowedMetadata: ['album', 'note'],
    onStored: ({ image }) => stored.push(image),
    onError: ({ error }) => errors.push(error),
  });
  api = `${await listen(handler)}/api/images`;
});

afterAll(async () => {
  await Promise.all(closers.map((close) => close()));
});

async function call(visitor: string, method: string, path: string, json?: unknown) {
  const response = await fetch(`${api}${path}`, {
    method,
    headers: { 'x-visitor': visitor, ...(json ? { 'content-type': 'application/json' } : {}) },
    ...(json ? { body: JSON.stringify(json) } : {}),
  });
  return { status: response.status, body: await response.json() };
}

async function upload(visitor: string, metadata: object): Promise<string> {
  const claims = { filename: 'dot.png', type: 'image/png', size: pixel.byteLength, metadata };
  const { status, body } = await call(visitor, 'POST', '/direct-upload', claims);
  expect(status).toBe(200);
  expect((await call(visitor, 'GET', `/status?id=${body.id}`)).body).toEqual({ status: 'draft' });
  const form = new FormData();
  form.set('file', new File([pixel], 'dot.png', { type: 'image/png' }));
  expect((await fetch(body.uploadURL, { method: 'POST', body: form })).status).toBe(200);
  return body.id;
}

it('carries an upload from the ticket to the list and away again', async () => {
  const id = await upload('ann', { album: 'sea', note: 'private', sneaky: 1 });
  const status = await call('ann', 'GET', `/status?id=${id}`);
  expect(status.body).toMatchObject({
    status: 'ready',
    image: { id, filename: 'dot.png', meta: { album: 'sea' }, creator: null, draft: false },
  });
  await call('ann', 'GET', `/status?id=${id}`);
  expect(stored).toHaveLength(1);
  expect(stored[0]).toMatchObject({ creator: 'ann', meta: { album: 'sea', note: 'private' } });

  const list = await call('ann', 'GET', '/images?meta.album[eq:string]=sea');
  expect(list.body.images.map((image: ImageRecord) => image.id)).toEqual([id]);
  expect(list.body.cursor).toBeNull();

  expect((await call('ann', 'DELETE', `/image?id=${id}`)).body).toEqual({ id });
  expect((await call('ann', 'GET', `/image?id=${id}`)).status).toBe(404);
  expect((await call('ann', 'GET', `/status?id=${id}`)).body).toEqual({ status: 'unknown' });
  expect(errors).toEqual([]);
});

it("keeps one visitor from another's images", async () => {
  const id = await upload('ann', {});
  expect((await call('bob', 'GET', `/status?id=${id}`)).body).toEqual({ status: 'unknown' });
  expect((await call('bob', 'GET', `/image?id=${id}`)).status).toBe(404);
  expect((await call('bob', 'DELETE', `/image?id=${id}`)).status).toBe(404);
  expect((await call('bob', 'GET', '/images')).body.images).toEqual([]);
  expect((await call('bob', 'GET', '/images?creator=ann')).body.images).toEqual([]);
  // Hidden creators cannot be guessed by anybody; publicCreator lets them be asked for.
  expect((await call('admin', 'GET', '/images?creator=ann')).status).toBe(400);
  expect((await call('admin', 'GET', '/images')).body.images).toHaveLength(1);
  expect((await call('ann', 'DELETE', `/image?id=${id}`)).status).toBe(200);
});

it('pages by the cursor, through the client', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 12; count += 1) ids.push(await upload('cyd', {}));
  const first = await call('cyd', 'GET', '/images?limit=10&sort=asc');
  const cursor = encodeURIComponent(first.body.cursor);
  const second = await call('cyd', 'GET', `/images?limit=10&sort=asc&cursor=${cursor}`);
  const seen = [...first.body.images, ...second.body.images].map((image: ImageRecord) => image.id);
  expect(seen.toSorted()).toEqual(ids.toSorted());
  expect(second.body.cursor).toBeNull();
});

it('speaks of custom ids with slashes, and of the conflict about one', async () => {
  const id = 'rooms/7/sea & sky%2F';
  const ticket = await client.createDirectUpload({ id, metadata: { n: 1 } });
  expect(ticket.id).toBe(id);
  expect((await client.get(id)).draft).toBe(true);
  await expect(client.createDirectUpload({ id })).rejects.toMatchObject({ code: 'conflict' });
  await client.delete(id);
  await expect(client.get(id)).rejects.toMatchObject({ code: 'not-found', status: 404 });
});

it('makes private images', async () => {
  const { id } = await client.createDirectUpload({ requireSignedURLs: true });
  expect((await client.get(id)).requireSignedURLs).toBe(true);
  await client.delete(id);
});

it('accepts the shortest and the longest life of a ticket', async () => {
  for (const expiresInSeconds of [120, 21_600]) {
    const { id } = await client.createDirectUpload({ expiresInSeconds });
    await client.delete(id);
  }
});

it('names the permission when the token is wrong, and tells visitors less', async () => {
  const wrong = createImagesClient({
    accountId: emulator.accountId,
    apiToken: 'wrong-token',
    fetch: emulator.fetch,
  });
  await expect(wrong.list()).rejects.toMatchObject({
    code: 'token-refused',
    message: expect.stringContaining('Cloudflare Images: Edit'),
  });
  const handler = createImagesHandler({ images: wrong, authorize: () => true });
  const response = await handler(new Request('http://localhost/api/images/images'));
  expect(response.status).toBe(502);
  expect(await response.text()).not.toMatch(/wrong-token|permission/);
});
