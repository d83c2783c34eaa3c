import { afterEach, describe, expect, test } from 'vitest';
import { type ServedEmulator, serveEmulator } from '../../src/dev.js';
import { createApi } from './api-client.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

let emulator: ServedEmulator;
afterEach(() => emulator.close());
const serve = async () => {
  emulator = await serveEmulator();
  return emulator;
};
const api = (method: string, path: string, body: BodyInit | null = null) =>
  fetch(`${emulator.origin}/client/v4/accounts/local-account/images/${path}`, {
    method,
    body,
    headers: { authorization: 'Bearer local-token' },
  });
const ticket = async () =>
  (await (await api('POST', 'v2/direct_upload', new FormData())).json()).result;
const send = async (url: string) =>
  fetch(url, { method: 'POST', body: uploadForm({ file: await samplePng() }) });

describe('a fault', () => {
  test('answers as the great outage did, once, in either shape', async () => {
    const { faults } = await serve();
    const { uploadURL, id } = await ticket();
    faults.add({ host: 'upload', status: 415, code: 5550 });
    faults.add({ host: 'upload', status: 404, code: 5404, message: 'Image not found', text: true });
    const first = await send(uploadURL);
    expect(first.status).toBe(415);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect((await first.json()).errors).toEqual([{ code: 5550, message: 'Internal Server Error' }]);
    const second = await send(uploadURL);
    expect(second.headers.get('content-type')).toContain('text/plain');
    expect(await second.text()).toBe('ERROR 5404: Image not found');
    expect((await (await api('GET', `v1/${id}`)).json()).result.draft).toBe(true);
    expect((await send(uploadURL)).status).toBe(200);
  });

  test('says 200 and success false', async () => {
    const { faults } = await serve();
    faults.add({ host: 'api', method: 'GET', successFalse: true, code: 5500 });
    const answer = await api('GET', 'v2');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ success: false, result: null });
  });

  test('carries its own headers', async () => {
    const { faults } = await serve();
    faults.add({ status: 429, code: 971, headers: { 'retry-after': '7' } });
    expect((await api('GET', 'v2')).headers.get('retry-after')).toBe('7');
  });

  test('loses the answer after everything is stored', async () => {
    const { faults } = await serve();
    const { uploadURL, id } = await ticket();
    faults.add({ host: 'upload', loseAnswer: true });
    await expect(send(uploadURL)).rejects.toThrow('fetch failed');
    expect((await (await api('GET', `v1/${id}`)).json()).result).not.toHaveProperty('draft');
    expect((await send(uploadURL)).status).toBe(409);
  });

  test('drops the line in the middle of an upload, and nothing is stored', async () => {
    const { faults } = await serve();
    const { uploadURL, id } = await ticket();
    faults.add({ host: 'upload', dropAfterReceivedBytes: 50 });
    await expect(send(uploadURL)).rejects.toThrow('fetch failed');
    expect((await (await api('GET', `v1/${id}`)).json()).result.draft).toBe(true);
    expect((await send(uploadURL)).status).toBe(200);
  });

  test('breaks an answer off', async () => {
    const { faults } = await serve();
    faults.add({ host: 'api', cutAfterBytes: 10 });
    const answer = await api('GET', 'v1/variants');
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
    expect((await api('GET', 'v1/variants')).status).toBe(200);
  });

  test('slows down', async () => {
    const { faults } = await serve();
    const { uploadURL } = await ticket();
    faults.add({ host: 'api', delayMs: 150 });
    faults.add({ host: 'upload', receiveBytesPerSecond: 2000 });
    let start = Date.now();
    await api('GET', 'v2');
    expect(Date.now() - start).toBeGreaterThanOrEqual(140);
    start = Date.now();
    expect((await send(uploadURL)).status).toBe(200);
    expect(Date.now() - start).toBeGreaterThanOrEqual(100);
    faults.add({ host: 'api', sendBytesPerSecond: 1000 });
    start = Date.now();
    const text = await (await api('GET', 'v1/variants')).text();
    expect(Date.now() - start).toBeGreaterThanOrEqual(text.length * 0.9);
  });

  test('waits no longer than its client', async () => {
    const { faults } = await serve();
    faults.add({ host: 'api', delayMs: 60_000 });
    await expect(
      fetch(`${emulator.origin}/client/v4/`, { signal: AbortSignal.timeout(500) }),
    ).rejects.toThrow();
    await expect.poll(() => emulator.requests.list()).toHaveLength(1);
  });

  test('matches by host, method and path, lets some pass, and can be taken back', async () => {
    const { faults } = await serve();
    const status = async (method: string, path: string) => (await api(method, path)).status;
    const blob = faults.add({ path: /\/blob$/g, status: 500, times: Number.POSITIVE_INFINITY });
    faults.add({ host: 'api', method: 'DELETE', status: 503, after: 1, times: 2 });
    faults.add({ host: 'delivery', status: 502 });
    expect(await status('GET', 'v1/x/blob')).toBe(500);
    expect(await status('GET', 'v1/y/blob')).toBe(500);
    expect(await status('GET', 'v1/x')).toBe(404);
    blob.remove();
    expect(await status('GET', 'v1/x/blob')).toBe(404);
    const deletions = [];
    for (let index = 0; index < 4; index += 1) deletions.push(await status('DELETE', 'v1/x'));
    expect(deletions).toEqual([404, 503, 503, 404]);
    expect((await fetch(`${emulator.origin}/imagedelivery.net/local-hash/x/y`)).status).toBe(502);
    faults.add({ status: 500 });
    faults.clear();
    expect(await status('GET', 'v2')).toBe(200);
  });

  test('leaves preflights alone unless they are meant', async () => {
    const { faults } = await serve();
    const { uploadURL } = await ticket();
    const preflight = async () => (await fetch(uploadURL, { method: 'OPTIONS' })).status;
    faults.add({ host: 'upload', status: 500 });
    expect(await preflight()).toBe(204);
    expect((await send(uploadURL)).status).toBe(500);
    faults.add({ host: 'upload', method: 'OPTIONS', status: 403 });
    expect(await preflight()).toBe(403);
  });
});

test('without a port, a dropped connection is a rejected fetch', async () => {
  await serve();
  const { emulator: inside, call } = createApi();
  inside.faults.add({ loseAnswer: true });
  await expect(call('GET', 'v2')).rejects.toThrow(TypeError);
  expect(inside.requests.list()).toMatchObject([{ status: undefined, faulty: true }]);
});
