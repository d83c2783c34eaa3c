import { describe, expect, test } from 'vitest';
import { createApi } from './api-client.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

async function createTicket(options = {}) {
  const api = createApi(options);
  const { result } = (await api.call('POST', 'v2/direct_upload', { body: new FormData() })).body;
  return { ...api, id: result.id as string, url: result.uploadURL as string };
}

describe('the upload host', () => {
  test('lets any page send, and refuses every custom header in advance', async () => {
    const { emulator, url } = await createTicket();
    const answer = await emulator.fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toBe('POST, OPTIONS');
    expect(answer.headers.has('access-control-allow-headers')).toBe(false);
  });

  test('refuses preflights when told to guess so', async () => {
    const { emulator, url } = await createTicket({ guesses: { uploadPreflight: 'refuse' } });
    expect((await emulator.fetch(url, { method: 'OPTIONS' })).status).toBe(405);
  });

  test.each(['GET', 'PUT', 'DELETE'])('answers 405 to %s', async (method) => {
    const { emulator, url } = await createTicket();
    const answer = await emulator.fetch(url, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('knows its own links only', async () => {
    const { post, emulator, url } = await createTicket();
    const file = await samplePng();
    await emulator.seed({ images: [{ id: 'seeded', bytes: file }] });
    for (const path of [
      'local-hash/none',
      'other-hash/x',
      'local-hash/seeded',
      'local-hash/%E0%A4',
    ]) {
      const { status, body } = await post(
        `https://upload.imagedelivery.net/${path}`,
        uploadForm({ file }),
      );
      expect(status).toBe(404);
      expect(body.errors).toEqual([{ code: 5404, message: 'Image not found' }]);
    }
    const bare = await post('https://upload.imagedelivery.net/local-hash', uploadForm({ file }));
    expect(bare.status).toBe(400);
    expect((await post(url.replace('local-hash', 'other'), uploadForm({ file }))).status).toBe(404);
  });

  test('takes a form with a file, and nothing else', async () => {
    const { emulator, post, url } = await createTicket();
    const raw = async (type: string, body: BodyInit) => {
      const answer = await emulator.fetch(url, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      return { status: answer.status, code: (await answer.json()).errors[0].code };
    };
    const file = await samplePng();
    expect(await raw('application/json', '{}')).toEqual({ status: 415, code: 5415 });
    expect(await raw('image/png', file)).toEqual({ status: 415, code: 5415 });
    expect(await raw('multipart/form-data', 'x')).toEqual({ status: 415, code: 5415 });
    expect(await raw('multipart/form-data; boundary=b', '--b\r\ncut')).toEqual({
      status: 400,
      code: 5450,
    });
    expect((await post(url, uploadForm({ other: file }))).body.errors[0]?.code).toBe(5400);
    expect((await post(url, uploadForm({ file }))).status).toBe(200);
  });

  test('speaks bare text when asked to', async () => {
    const { emulator, url } = await createTicket({ textFailures: true });
    const answer = await emulator.fetch(url, {
      method: 'POST',
      body: uploadForm({ file: new Blob(['no image']) }),
    });
    expect(answer.status).toBe(415);
    expect(await answer.text()).toMatch(/^ERROR 5455: Uploaded image must have/);
  });

  test('speaks as miniflare does of links that are gone, when told to guess so', async () => {
    const { emulator, url } = await createTicket({ guesses: { uploadLinkGone: 'plain-text' } });
    const send = async (to: string) => {
      const body = uploadForm({ file: await samplePng() });
      const answer = await emulator.fetch(to, { method: 'POST', body });
      return `${answer.status} ${answer.ok ? '' : await answer.text()}`;
    };
    expect(await send(`${url}x`)).toBe('404 Upload link not found');
    expect(await send(url)).toBe('200 ');
    expect(await send(url)).toBe('409 Upload link already used');
  });

  test('has the guessed statuses in a map', async () => {
    const uploadStatus = { 5433: 499, 5443: 400, 5450: 422, 5453: 429, 5455: 400 };
    const { post, url } = await createTicket({ guesses: { uploadStatus } });
    expect((await post(url, uploadForm({ file: new Blob(['x']) }))).status).toBe(400);
  });

  test('stamps the image with the time its bytes came', async () => {
    const { call, post, url, id, emulator } = await createTicket();
    const before = (await call('GET', `v1/${id}`)).body.result.uploaded;
    emulator.clock.advance(60_000);
    await post(url, uploadForm({ file: await samplePng() }));
    const after = (await call('GET', `v1/${id}`)).body.result.uploaded;
    expect(Date.parse(after) - Date.parse(before)).toBeGreaterThanOrEqual(60_000);
  });
});

describe('the webhook', () => {
  const listen = (status = 200) => {
    const heard: { headers: Headers; body: Record<string, unknown> }[] = [];
    const webhook = {
      url: 'https://app.example/hook',
      secret: 'hook-secret',
      fetch: async (request: Request) => {
        heard.push({ headers: request.headers, body: await request.json() });
        return new Response(null, { status });
      },
    };
    return { heard, webhook };
  };

  test('hears of direct uploads, stored or refused, and of nothing else', async () => {
    const { heard, webhook } = listen();
    const { call, post, url, id, emulator } = await createTicket({ webhook });
    const file = await samplePng();
    await call('POST', 'v1', { body: uploadForm({ file }) });
    await post(`${url}x`, uploadForm({ file }));
    await post(url, uploadForm({ file: new Blob(['x']) }));
    await post(url, uploadForm({ file }));
    await post(url, uploadForm({ file }));
    await emulator.webhooks.settled();
    expect(emulator.webhooks.list()).toMatchObject([
      { event: { imageId: id, outcome: 'refused', error: { code: 5455 } }, status: 200 },
      { event: { imageId: id, outcome: 'stored' }, status: 200 },
    ]);
    expect(heard[1]?.headers.get('cf-webhook-auth')).toBe('hook-secret');
    expect(heard[1]?.body).toMatchObject({ local: true, account_id: 'local-account' });
  });

  test('has the inferred shape when told to guess so, or is silent', async () => {
    const { heard, webhook } = listen();
    const one = await createTicket({ webhook, guesses: { webhook: 'inferred' } });
    await one.post(one.url, uploadForm({ file: await samplePng() }));
    await one.emulator.webhooks.settled();
    expect(heard[0]?.body).not.toHaveProperty('local');
    expect(Object.keys(heard[0]?.body ?? {})).toEqual(
      expect.arrayContaining(['name', 'text', 'data', 'ts', 'account_id', 'alert_type']),
    );
    const two = await createTicket({ webhook, guesses: { webhook: 'off' } });
    await two.post(two.url, uploadForm({ file: await samplePng() }));
    await two.emulator.close();
    expect(heard).toHaveLength(1);
  });

  test('that does not answer does no harm', async () => {
    const webhook = { url: 'https://app.example/', fetch: () => Promise.reject(new Error('down')) };
    const { post, url, emulator } = await createTicket({ webhook });
    expect((await post(url, uploadForm({ file: await samplePng() }))).status).toBe(200);
    await emulator.close();
    expect(emulator.webhooks.list()).toMatchObject([{ status: undefined }]);
  });
});
