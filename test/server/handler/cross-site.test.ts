import { describe, expect, it, vi } from 'vitest';
import { createImagesHandler } from '../../../src/server.js';
import { fakeImages, origin, requests, setUp, touched } from './set-up.js';

describe('requests of other sites', () => {
  const listed = 'https://admin.example';
  const matrix: [string, Record<string, string>, boolean, boolean][] = [
    // what, headers, may read, may write
    ['a program', {}, true, true],
    ['our page', { 'sec-fetch-site': 'same-origin' }, true, true],
    ['our page, with Origin', { 'sec-fetch-site': 'same-origin', origin }, true, true],
    [
      'our page behind a TLS proxy',
      { 'sec-fetch-site': 'same-origin', origin: 'http://app.example' },
      true,
      true,
    ],
    ['our page, old browser', { origin }, true, true],
    ['the address bar', { 'sec-fetch-site': 'none' }, true, false],
    [
      'another site',
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      false,
      false,
    ],
    ['another site, no Origin', { 'sec-fetch-site': 'cross-site' }, false, false],
    ['another site that says our Origin', { 'sec-fetch-site': 'cross-site', origin }, false, false],
    [
      'a sister site',
      { 'sec-fetch-site': 'same-site', origin: 'https://x.app.example' },
      false,
      false,
    ],
    ['another site, old browser', { origin: 'https://evil.example' }, false, false],
    ['another scheme, old browser', { origin: 'http://app.example' }, false, false],
    ['another port, old browser', { origin: `${origin}:444` }, false, false],
    ['a name that begins like ours', { origin: `${origin}.evil.example` }, false, false],
    ['a sandboxed frame', { origin: 'null' }, false, false],
    [
      'a sandboxed frame of our site',
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
      false,
      false,
    ],
    ['a listed origin', { origin: listed, 'sec-fetch-site': 'cross-site' }, true, true],
    ['a listed origin, old browser', { origin: listed }, true, true],
    ['a word we do not know', { 'sec-fetch-site': 'friendly' }, false, false],
  ];

  it.each(matrix)('%s', async (_name, headers, mayRead, mayWrite) => {
    for (const [action, method, path, json] of requests) {
      const images = fakeImages();
      const authorize = vi.fn(() => true);
      const handler = createImagesHandler({ images, authorize, allowedOrigins: [listed] });
      const response = await handler(
        new Request(`${origin}/api/images${path}`, {
          method,
          headers: { ...headers, ...(json ? { 'content-type': 'application/json' } : {}) },
          ...(json ? { body: JSON.stringify(json) } : {}),
        }),
      );
      const allowed = method === 'GET' ? mayRead : mayWrite;
      expect(response.status, action).toBe(allowed ? 200 : 403);
      expect(authorize).toHaveBeenCalledTimes(allowed ? 1 : 0);
      if (allowed) continue;
      expect(await response.json()).toMatchObject({ error: { code: 'cross-site-refused' } });
      expect(touched(images)).toBe(false);
    }
  });

  it('cannot send a form or plain text as JSON', async () => {
    const { call, images } = setUp();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      '',
      'text/plain; application/json',
    ]) {
      const { status } = await call('POST', '/direct-upload', {
        body: '{}',
        headers: { 'content-type': type },
      });
      expect(status, type).toBe(415);
    }
    expect(images.createDirectUpload).not.toHaveBeenCalled();
  });

  it('get CORS headers when they are listed, and only then', async () => {
    const { handler } = setUp({ allowedOrigins: [listed] });
    const ask = (from: string, method = 'OPTIONS') =>
      handler(
        new Request(`${origin}/api/images/stats`, {
          method,
          headers: { origin: from, 'access-control-request-headers': 'content-type,authorization' },
        }),
      );
    const preflight = await ask(listed);
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': listed,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type,authorization',
    });
    expect((await ask(listed, 'GET')).headers.get('access-control-allow-origin')).toBe(listed);
    for (const method of ['OPTIONS', 'GET']) {
      const { headers } = await ask('https://evil.example', method);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});
