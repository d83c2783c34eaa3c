import { describe, expect, it } from 'vitest';
import { ImagesError } from '../../../src/server.js';
import { fakeImages, setUp } from './set-up.js';

describe('bodies', () => {
  it.each([
    ['not JSON', '{', 400],
    ['empty', '', 400],
    ['over the limit', JSON.stringify({ filename: 'x'.repeat(70_000) }), 413],
  ])('%s', async (_name, body, expected) => {
    const { call } = setUp();
    const headers = { 'content-type': 'application/json' };
    const { status, body: answer } = await call('POST', '/direct-upload', { body, headers });
    expect([status, answer.error.code]).toEqual([expected, 'bad-request']);
  });

  it('are not read further than the limit, however long they are', async () => {
    const { call } = setUp();
    let pulled = 0;
    let canceled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(8 * 1024));
      },
      cancel() {
        canceled = true;
      },
    });
    const headers = { 'content-type': 'application/json' };
    const { status } = await call('POST', '/direct-upload', { body: endless, headers });
    expect(status).toBe(413);
    expect(canceled).toBe(true);
    expect(pulled).toBeLessThan(12);
  });

  it('that authorize has read are an error that says so', async () => {
    const { call, errors } = setUp({
      authorize: async ({ request }) => Boolean(await request.text()),
    });
    expect((await call('POST', '/direct-upload', { json: {} })).status).toBe(500);
    expect(String(errors[0])).toContain('authorize has read the body');
  });
});

describe('errors', () => {
  const secret = 'secret-test-token https://upload.imagedelivery.net/hash/one-time acc-id';
  it.each([
    [new ImagesError('token-refused', secret), 502, 'token-refused', 1],
    [new ImagesError('account-mismatch', secret), 502, 'account-mismatch', 1],
    [
      new ImagesError('rate-limited', secret, { details: { retryAfterSeconds: 9 } }),
      429,
      'rate-limited',
      1,
    ],
    [new ImagesError('timeout', secret), 504, 'timeout', 1],
    [new ImagesError('network', secret), 502, 'service-error', 1],
    [new ImagesError('invalid-response', secret), 502, 'service-error', 1],
    [new ImagesError('invalid-option', secret), 500, 'service-error', 1],
    [new ImagesError('conflict', secret), 409, 'conflict', 0],
    [new ImagesError('bad-request', secret), 400, 'bad-request', 0],
    [new TypeError(secret), 500, 'service-error', 1],
    [secret, 500, 'service-error', 1],
  ])('%# are told apart and tell nothing', async (error, status, code, reports) => {
    const images = fakeImages();
    images.list.mockRejectedValue(error);
    const { call, errors } = setUp({}, images);
    const answer = await call('GET', '/images');
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|one-time|acc-id/);
    expect(answer.headers.get('retry-after')).toBe(code === 'rate-limited' ? '9' : null);
    expect(errors).toEqual(reports ? [error] : []);
  });

  it('are answered even when onError fails', async () => {
    const images = fakeImages();
    images.stats.mockRejectedValue(new Error('x'));
    const { call } = setUp(
      {
        onError: () => {
          throw new Error('the log is full');
        },
      },
      images,
    );
    expect((await call('GET', '/stats')).status).toBe(500);
  });
});
