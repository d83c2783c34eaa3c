import { describe, expect, it } from 'vitest';
import { cut, cutInBody, failure, silence, success, text } from '../scripted-service.js';
import { connect, failureOf, image } from './connect.js';

describe('failures', () => {
  it.each([
    [failure(403, 10000, 'Authentication error'), 'token-refused', 'Cloudflare Images: Edit'],
    [failure(400, 9109, 'Invalid access token'), 'token-refused', 'Cloudflare Images: Edit'],
    [failure(400, 6003, 'Invalid request headers'), 'token-refused', 'Cloudflare Images: Edit'],
    [failure(403, 5403, 'not authorised'), 'account-mismatch', 'account hash'],
    [failure(404, 7003, 'Could not route'), 'account-mismatch', 'account ID'],
    [failure(405, 7000, 'No route'), 'not-supported', 'baseUrl'],
    [failure(404, 5404, 'Image not found'), 'not-found', 'no such image'],
    [failure(409, 5409, 'Resource already exists'), 'conflict', 'Choose another id'],
    [failure(400, 5400, 'bad'), 'bad-request', 'Cloudflare said: bad'],
    [failure(429, 971, 'Please wait'), 'rate-limited', '1,200 requests'],
    [failure(415, 5550, 'Internal Server Error 2'), 'service-error', 'internal problem'],
    [failure(200, 1234, 'swallowed by others'), 'service-error', 'swallowed by others'],
    [text(404, 'ERROR 5404: Image not found'), 'not-found', 'no such image'],
    [text(429, '<html>slow down</html>'), 'rate-limited', 'HTTP 429'],
    [text(502, '<html>bad gateway</html>'), 'service-error', 'HTTP 502'],
    [
      text(403, '<html>blocked</html>', { 'content-type': 'text/html' }),
      'invalid-response',
      'text/html',
    ],
    [text(404, ''), 'invalid-response', 'baseUrl'],
    [text(200, ''), 'invalid-response', 'baseUrl'],
    [text(200, '<html>captive portal</html>'), 'invalid-response', 'proxy'],
    [text(200, '[]'), 'invalid-response', 'baseUrl'],
    [success(null), 'invalid-response', 'without an image'],
    [text(302, '', { location: 'https://elsewhere.example/' }), 'invalid-response', 'HTTP 302'],
  ])('case %#: says what failed and what to do', async (answer, code, words) => {
    const { client } = await connect([answer], { retries: 0 });
    const error = await failureOf(client.get('cat'));
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.message).toContain('Getting image "cat"');
  });

  it('keeps the numbers, the status and the ray', async () => {
    const { client } = await connect([failure(409, 5409, 'exists')]);
    expect(await failureOf(client.createDirectUpload({ id: 'cat' }))).toMatchObject({
      status: 409,
      details: { errors: [{ code: 5409, message: 'exists' }], ray: '8f1-TST' },
    });
  });

  it.each([
    ['a cut connection', cut],
    ['a body that breaks off', cutInBody],
    ['a 503', text(503, 'busy')],
    ['code 5550', failure(415, 5550, 'Internal Server Error 2')],
    ['a short Retry-After', text(429, '', { 'retry-after': '0' })],
  ])('reads again after %s', async (_name, first) => {
    const { client, seen } = await connect([first, success(image)]);
    expect((await client.get('cat')).id).toBe('cat');
    expect(seen).toHaveLength(2);
  });

  it('gives up after the retries', async () => {
    const { client, seen } = await connect([cut]);
    expect((await failureOf(client.get('cat'))).code).toBe('network');
    expect(seen).toHaveLength(3);
  });

  it.each([
    ['a 404', failure(404, 5404, 'no')],
    ['a long Retry-After', text(429, '', { 'retry-after': '300' })],
    ['a 429 without one', text(429, '')],
  ])('does not read again after %s', async (_name, first) => {
    const { client, seen } = await connect([first]);
    await failureOf(client.get('cat'));
    expect(seen).toHaveLength(1);
  });

  it('never repeats a write whose fate is unknown', async () => {
    for (const answer of [cut, text(500, ''), failure(409, 5409, 'exists')]) {
      const { client, seen } = await connect([answer]);
      await failureOf(client.createDirectUpload());
      await failureOf(client.delete('cat'));
      await failureOf(client.update('cat', { metadata: {} }));
      expect(seen).toHaveLength(3);
    }
  });

  it('repeats a write that was only told to wait', async () => {
    const { client, seen } = await connect([text(429, '', { 'retry-after': '0' }), success({})]);
    await client.delete('cat');
    expect(seen).toHaveLength(2);
  });

  it('tells how long to wait', async () => {
    const later = new Date(Date.now() + 120_000).toUTCString();
    const { client } = await connect([text(429, '', { 'retry-after': later })]);
    const error = await failureOf(client.get('cat'));
    expect(error.details?.retryAfterSeconds).toBeGreaterThan(110);
  });

  it('ends a call that nobody answers', async () => {
    const { client, seen } = await connect([silence], { timeoutMs: 50 });
    expect((await failureOf(client.get('cat'))).code).toBe('timeout');
    expect(seen).toHaveLength(1);
  });

  it('ends even when the fetch handed in ignores its signal', async () => {
    const { client } = await connect([silence], {
      timeoutMs: 20,
      fetch: () => new Promise(() => undefined),
    });
    expect((await failureOf(client.get('cat'))).code).toBe('timeout');
  });

  it('aborts at once: before, during a call, and while waiting to repeat it', async () => {
    const { client, seen } = await connect([silence]);
    expect((await failureOf(client.get('cat', { signal: AbortSignal.abort() }))).code).toBe(
      'aborted',
    );
    expect(seen).toHaveLength(0);
    expect((await failureOf(client.get('cat', { signal: AbortSignal.timeout(50) }))).code).toBe(
      'aborted',
    );
    const limited = await connect([text(429, '', { 'retry-after': '5' })]);
    const started = Date.now();
    const error = await failureOf(limited.client.get('cat', { signal: AbortSignal.timeout(50) }));
    expect(error.code).toBe('aborted');
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});
