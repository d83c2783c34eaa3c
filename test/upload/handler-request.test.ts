import { expect, it, vi } from 'vitest';
import { isImagesError } from '../../src/protocol/images-error.js';
import { type HandlerConnection, requestHandler } from '../../src/upload/handler-request.js';

const parse = (value: unknown) => value;
const request = { method: 'GET', path: '/images' } as const;

async function failureOf(answer: Response | Error, connection: HandlerConnection = {}) {
  const fetch = async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const error = await requestHandler({ fetch, ...connection }, request, parse).catch(
    (cause) => cause,
  );
  if (!isImagesError(error)) throw new Error('No ImagesError was thrown.');
  return error;
}

it('asks below the endpoint, with headers that are made for the request', async () => {
  const fetch = vi.fn(async () => Response.json({ ok: true }));
  const connection = { endpoint: '/photos/', headers: async () => ({ 'x-user': 'ann' }), fetch };
  const query = { id: 'a/b', cursor: undefined };
  const answer = await requestHandler(connection, { ...request, query }, parse);
  expect(answer).toEqual({ ok: true });
  const [url, init] = fetch.mock.calls[0] as unknown as [string, RequestInit];
  expect(url).toBe('/photos/images?id=a%2Fb');
  expect(Object.fromEntries(init.headers as Headers)).toEqual({ 'x-user': 'ann' });
});

it('passes on the code and the words of our handler', async () => {
  const body = { error: { code: 'cross-site-refused', message: 'Not today.' } };
  const error = await failureOf(Response.json(body, { status: 403 }));
  expect(error).toMatchObject({ code: 'cross-site-refused', message: 'Not today.', status: 403 });
});

it.each([
  [401, 'unauthorized'],
  [403, 'unauthorized'],
  [404, 'invalid-response'],
  [408, 'timeout'],
  [429, 'rate-limited'],
  [400, 'bad-request'],
  [502, 'service-error'],
  [200, 'invalid-response'],
])('has words of its own for a %i that is not of our handler', async (status, code) => {
  const error = await failureOf(new Response('<html>', { status }));
  expect(error).toMatchObject({ code, status });
  expect(error.message).toMatch(/^GET \/api\/images\/images answered \d+ and not as our handler/);
});

it('passes on how long to wait', async () => {
  const headers = { 'retry-after': '120' };
  const error = await failureOf(new Response('', { status: 429, headers }));
  expect(error.details).toEqual({ retryAfterSeconds: 120 });
});

it('ends a request that nobody answers for half a minute', async () => {
  const late = new AbortController();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
  const fetch: typeof globalThis.fetch = (_input, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      late.abort(new DOMException('late', 'TimeoutError'));
    });
  const { signal } = new AbortController();
  const asked = requestHandler({ fetch }, { ...request, signal }, parse);
  await expect(asked).rejects.toMatchObject({ code: 'timeout', cause: { name: 'TimeoutError' } });
  expect(timeout.mock.calls).toEqual([[30_000]]);
  timeout.mockRestore();
});

it('calls no answer a network failure, and keeps the cause', async () => {
  const cause = new TypeError('Failed to fetch');
  expect(await failureOf(cause)).toMatchObject({ code: 'network', cause });
});

it('does not ask at all when it was stopped while the headers were made', async () => {
  const stop = new AbortController();
  const fetch = vi.fn();
  const headers = async () => {
    stop.abort();
    return {};
  };
  const asked = requestHandler({ fetch, headers }, { ...request, signal: stop.signal }, parse);
  await expect(asked).rejects.toMatchObject({ code: 'aborted' });
  expect(fetch).not.toHaveBeenCalled();
});
