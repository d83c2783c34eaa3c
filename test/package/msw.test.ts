import { http, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Dev from '../../src/dev.js';
import { png } from '../dev/model/model-client.js';

// The built package, as a user's test has it.
const built = new URL('../../dist/dev.js', import.meta.url).href;
const { createEmulator }: typeof Dev = await import(built);
const emulator = createEmulator();
const server = setupServer(
  http.all('https://*', ({ request }) => emulator.fetch(request)),
  http.all('*', () => passthrough()),
);

beforeAll(() => server.listen());
afterAll(async () => {
  server.close();
  await emulator.close();
});

test("as an MSW handler, it answers to the service's real names", async () => {
  const api = `https://api.cloudflare.com/client/v4/accounts/${emulator.accountId}/images`;
  const headers = { authorization: `Bearer ${emulator.token}` };
  const ticket = await fetch(`${api}/v2/direct_upload`, {
    method: 'POST',
    headers,
    body: new FormData(),
  });
  const { result } = await ticket.json();
  expect(result.uploadURL).toMatch(/^https:\/\/upload\.imagedelivery\.net\//);
  const form = new FormData();
  form.append('file', new Blob([png], { type: 'image/png' }), 'dot.png');
  const upload = await fetch(result.uploadURL, { method: 'POST', body: form });
  expect((await upload.json()).result.id).toBe(result.id);
  const image = await fetch(
    `https://imagedelivery.net/${emulator.accountHash}/${result.id}/public`,
  );
  expect(image.status).toBe(200);
  expect(image.headers.get('content-type')).toMatch(/^image\//);
});
