import { describe, expect, it } from 'vitest';
import { type ImagesHandlerOptions } from '../../../src/server.js';
import { setUp } from './set-up.js';

describe('tickets', () => {
  it('are answered whole', async () => {
    const { call } = setUp();
    const { status, body, headers } = await call('POST', '/direct-upload', { json: {} });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['id', 'uploadURL', 'expiresAt']);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each<[object, number, string | undefined, Partial<ImagesHandlerOptions>?]>([
    [{ size: 10 * 1024 * 1024 }, 200, undefined],
    [{ size: 10 * 1024 * 1024 + 1 }, 413, 'file-too-large'],
    [{ size: 101 }, 413, 'file-too-large', { maxBytes: 100 }],
    [{ size: 101 }, 413, 'file-too-large', { authorize: () => ({ maxBytes: 100 }) }],
    [
      { size: 101 },
      413,
      'file-too-large',
      { maxBytes: 100, authorize: () => ({ maxBytes: 1000 }) },
    ],
    [{ size: 0 }, 400, 'file-empty'],
    [{ type: '' }, 200, undefined],
    [{ type: 'image/heic' }, 200, undefined],
    [{ type: 'image/heif' }, 200, undefined],
    [{ type: 'IMAGE/JPG; a=b' }, 200, undefined],
    [{ type: 'image/avif' }, 415, 'file-type-refused'],
    [{ type: 'image/avif' }, 200, undefined, { accept: ['image/avif'] }],
    [{ type: 'application/pdf' }, 415, 'file-type-refused'],
    [
      { type: 'image/png' },
      415,
      'file-type-refused',
      { authorize: () => ({ accept: ['image/jpeg'] }) },
    ],
    [
      { type: 'image/avif' },
      415,
      'file-type-refused',
      { authorize: () => ({ accept: ['image/avif'] }) },
    ],
    [{ size: -1 }, 400, 'bad-request'],
    [{ size: '5' }, 400, 'bad-request'],
    [{ metadata: { album: 'x'.repeat(1100) } }, 400, 'bad-request', { allowedMetadata: ['album'] }],
    [[], 400, 'bad-request'],
  ])('for %j: %i %s', async (json, expected, code, options) => {
    const { call, images } = setUp(options);
    const { status, body } = await call('POST', '/direct-upload', { json });
    expect([status, body.error?.code]).toEqual([expected, code]);
    expect(images.createDirectUpload).toHaveBeenCalledTimes(expected === 200 ? 1 : 0);
  });

  it('take no metadata from outside that the app did not name, nor from a prototype', async () => {
    const { call, images } = setUp({ allowedMetadata: ['album', 'toString', '__proto__'] });
    await call('POST', '/direct-upload', {
      body: '{"metadata":{"__proto__":{"admin":true},"other":1,"album":"sea"}}',
      headers: { 'content-type': 'application/json' },
    });
    const metadata = images.createDirectUpload.mock.calls[0]?.[0]?.metadata ?? {};
    expect(JSON.stringify(metadata)).not.toContain('other');
    expect(Object.getPrototypeOf(metadata)).toBe(Object.prototype);
    expect(metadata).not.toHaveProperty('admin');
    expect(Object.hasOwn(metadata, 'toString')).toBe(false);
  });

  it('tell onTicket why they were asked for', async () => {
    const reasons: string[] = [];
    const { call } = setUp({ onTicket: ({ reason }) => void reasons.push(reason) });
    await call('POST', '/direct-upload', { json: {} });
    await call('POST', '/direct-upload', { json: { reason: 'expired' } });
    expect(reasons).toEqual(['first', 'expired']);
  });

  it('are kept back when onTicket cannot store the id', async () => {
    const { call, errors } = setUp({
      onTicket: ({ imageId }) => {
        throw new Error(`cannot store ${imageId}`);
      },
    });
    const { status, body } = await call('POST', '/direct-upload', { json: {} });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/cannot store|uploadURL|one-time/);
    expect(errors).toHaveLength(1);
  });
});
