import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { apiVectors } from './api-vectors.js';
import { createApi } from './api-client.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

describe('an upload through the API', () => {
  test('answers the image, and the blob is the file', async () => {
    const { call, emulator } = createApi();
    const file = await samplePng();
    const { status, headers, body } = await call('POST', 'v1', {
      body: uploadForm({ file, metadata: '{"a":{"b":[1,"x"]}}', creator: 'ann' }, 'a "b" \\ ü.png'),
    });
    expect(status).toBe(200);
    expect(headers.get('cf-ray')).toMatch(/^[0-9a-f]{16}-LCL$/);
    expect(body).toMatchObject({ success: true, errors: [], messages: [] });
    expect(body.result).toMatchObject({
      filename: 'a "b" \\ ü.png',
      meta: { a: { b: [1, 'x'] } },
      creator: 'ann',
      requireSignedURLs: false,
    });
    expect(body.result.uploaded).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(body.result).not.toHaveProperty('draft');
    const blob = await emulator.fetch(
      `https://api.cloudflare.com/client/v4/accounts/local-account/images/v1/${body.result.id}/blob`,
      { headers: { authorization: 'Bearer local-token' } },
    );
    expect(blob.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(
      new Uint8Array(await file.arrayBuffer()),
    );
  });

  test('marks private ids in their last byte', async () => {
    const { call } = createApi();
    const file = await samplePng();
    const body = uploadForm({ file, requireSignedURLs: 'true' });
    const { result } = (await call('POST', 'v1', { body })).body;
    expect(result).toMatchObject({ requireSignedURLs: true, id: expect.stringMatching(/01$/) });
    const plain = createApi({ guesses: { idSuffix: 'plain' } });
    const ids = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const answer = await plain.call('POST', 'v1', { body: uploadForm({ file }) });
        return answer.body.result.id as string;
      }),
    );
    expect(ids.every((id) => id.endsWith('00'))).toBe(false);
  });

  test('stores nothing when the id is taken', async () => {
    const { call } = createApi();
    const send = async (color: string) =>
      call('POST', 'v1', { body: uploadForm({ id: 'same', file: await samplePng({ color }) }) });
    expect((await send('#fff')).status).toBe(200);
    const second = await send('#000');
    expect(second.status).toBe(409);
    expect(second.body.errors[0]).toMatchObject({
      code: 5409,
      message: expect.stringContaining('already exists'),
    });
    expect((await call('GET', 'v1/stats')).body.result.count.current).toBe(1);
  });

  test.each(apiVectors.customIds)('judges the custom id of vector %j', async (vector) => {
    const id = vector.id ?? 'é'.repeat(vector.lengthInCharacters as number);
    const { call } = createApi();
    for (const send of [
      async () => call('POST', 'v1', { body: uploadForm({ id, file: await samplePng() }) }),
      async () => createApi().call('POST', 'v2/direct_upload', { body: uploadForm({ id }) }),
    ]) {
      const { status, body } = await send();
      expect(status).toBe(vector.valid ? 200 : 400);
      if (vector.valid) expect(body.result.id).toBe(id);
      else expect(body.errors[0]?.code).toBe(5400);
      if (vector.message) expect(body.errors[0]?.message).toBe(vector.message);
    }
    if (vector.valid) {
      const found = await call('GET', `v1/${encodeURIComponent(id)}`);
      expect(found.body.result.id).toBe(id);
    }
  });

  test('counts the characters of an id by bytes when told to guess so', async () => {
    const { call } = createApi({ guesses: { idLength: 'utf8-bytes' } });
    const send = (id: string) => call('POST', 'v2/direct_upload', { body: uploadForm({ id }) });
    expect((await send('é'.repeat(512))).status).toBe(200);
    expect((await send('é'.repeat(513))).status).toBe(400);
  });

  test('refuses a private custom id, or drops the wish when told to guess so', async () => {
    const fields = { id: 'mine', requireSignedURLs: 'true' };
    for (const path of ['v1', 'v2/direct_upload']) {
      const body = async () => uploadForm({ ...fields, file: await samplePng() });
      const refused = await createApi().call('POST', path, { body: await body() });
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toEqual([
        { code: 5400, message: 'Private custom ID is not supported' },
      ]);
      const { call } = createApi({ guesses: { privateCustomId: 'drop-flag' } });
      await call('POST', path, { body: await body() });
      expect((await call('GET', 'v1/mine')).body.result.requireSignedURLs).toBe(false);
    }
  });
});

describe('what an upload may be', () => {
  const send = async (file: Blob, options = {}, fields = {}) =>
    createApi(options).call('POST', 'v1', { body: uploadForm({ file, ...fields }) });
  const encode = async (format: 'jpeg' | 'gif' | 'webp' | 'avif' | 'tiff') =>
    new Blob([
      new Uint8Array(
        await sharp({ create: { width: 4, height: 4, channels: 3, background: '#123456' } })
          .toFormat(format)
          .toBuffer(),
      ),
    ]);

  test('is told by content, whatever it is called', async () => {
    const { call } = createApi();
    const form = new FormData();
    form.set('file', new Blob([await encode('jpeg')], { type: 'text/plain' }), 'virus.exe');
    expect((await call('POST', 'v1', { body: form })).status).toBe(200);
    for (const format of ['gif', 'webp'] as const) {
      expect((await send(await encode(format))).status).toBe(200);
    }
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>';
    expect((await send(new Blob([svg]))).status).toBe(200);
  });

  test('is no TIFF, no text, nothing empty, and AVIF only on some plans', async () => {
    for (const file of [await encode('tiff'), new Blob(['<html></html>']), new Blob([])]) {
      const { status, body } = await send(file);
      expect(status).toBe(415);
      expect(body.errors).toEqual([
        {
          code: 5455,
          message:
            'Uploaded image must have image/jpeg, image/png, image/webp, image/gif or image/svg+xml content-type',
        },
      ]);
    }
    const avif = await encode('avif');
    expect((await send(avif)).status).toBe(415);
    expect((await send(avif, { acceptsAvif: true })).status).toBe(200);
  });

  test('is not cut short', async () => {
    const png = await (await samplePng({ width: 200, height: 200 })).arrayBuffer();
    const { status, body } = await send(new Blob([png.slice(0, png.byteLength - 40)]));
    expect(status).toBe(415);
    expect(body.errors[0]?.code).toBe(5455);
  });

  test('weighs as many bytes as the guess says, and not one more', async () => {
    const file = await samplePng();
    const options = { guesses: { maxUploadBytes: file.size } };
    expect((await send(file, options)).status).toBe(200);
    const { status, body } = await send(new Blob([file, 'x']), options);
    expect(status).toBe(413);
    expect(body.errors[0]?.code).toBe(5413);
  });

  test('has at most 12,000 pixels a side and 100 million in all, counted without decoding', async () => {
    const facts = { contentType: 'image/png', pages: 1, hasAlpha: false };
    const sized = (format: 'png' | 'webp' | 'gif', width: number, height: number, pages = 1) => ({
      renderer: {
        probe: async () => ({
          ...facts,
          format,
          width,
          height,
          pages,
          area: width * height * pages,
        }),
        findBorder: () => Promise.reject(new Error('not asked')),
        render: () => Promise.reject(new Error('not asked')),
      },
    });
    const file = await samplePng();
    expect((await send(file, sized('png', 12_000, 8_333))).status).toBe(200);
    expect((await send(file, sized('png', 12_001, 1))).status).toBe(400);
    expect((await send(file, sized('webp', 12_001, 1))).status).toBe(200);
    expect((await send(file, sized('png', 12_000, 8_334))).status).toBe(400);
    expect((await send(file, sized('gif', 1000, 1000, 100))).status).toBe(200);
    const moving = await send(file, sized('gif', 1000, 1000, 101));
    expect(moving.status).toBe(400);
    expect(moving.body.errors[0]?.code).toBe(5443);
  });

  test('carries fields within their limits', async () => {
    const file = await samplePng();
    const meta = (length: number) => JSON.stringify({ a: 'x'.repeat(length - 8) });
    expect((await send(file, {}, { metadata: meta(1024) })).status).toBe(200);
    expect((await send(file, {}, { metadata: ` ${meta(1024)}` })).status).toBe(200);
    const asSent = { guesses: { metadataBytes: 'as-sent' } };
    expect((await send(file, asSent, { metadata: ` ${meta(1024)}` })).status).toBe(400);
    for (const fields of [
      { metadata: meta(1025) },
      { metadata: '[]' },
      { metadata: 'plain' },
      { metadata: 'null' },
      { creator: 'x'.repeat(1025) },
      { requireSignedURLs: 'yes' },
      { url: 'https://example.com/a.png' },
    ]) {
      const { status, body } = await send(file, {}, fields);
      expect(status).toBe(400);
      expect(body.errors[0]?.code).toBe(5400);
    }
    const named = (name: string) =>
      createApi().call('POST', 'v1', { body: uploadForm({ file }, name) });
    expect((await named('x'.repeat(255))).status).toBe(200);
    expect((await named('x'.repeat(256))).status).toBe(400);
    expect((await createApi().call('POST', 'v1', { body: uploadForm({ id: 'a' }) })).status).toBe(
      400,
    );
  });

  test('counts against the account', async () => {
    const { call } = createApi({ allowedImages: 1 });
    const upload = async () =>
      call('POST', 'v1', { body: uploadForm({ file: await samplePng() }) });
    expect((await upload()).status).toBe(200);
    const full = await upload();
    expect(full.status).toBe(403);
    expect(full.body.errors[0]?.code).toBe(5453);
    expect((await call('GET', 'v1/stats')).body.result).toEqual({
      count: { allowed: 1, current: 1 },
    });
  });
});

describe('metadata in brackets, as the official SDK sends it', () => {
  const fields = {
    'metadata[user]': 'ann',
    'metadata[nested][a]': '1',
    'metadata[tags][]': 'x',
    'metadata[__proto__][polluted]': 'yes',
  };
  const send = async (bracketMetadata: 'parse' | 'drop' | 'refuse') =>
    createApi({ guesses: { bracketMetadata } }).call('POST', 'v1', {
      body: uploadForm({ ...fields, file: await samplePng() }),
    });

  test('is read as text, with a warning', async () => {
    const { body } = await send('parse');
    expect(body.result.meta).toMatchObject({ user: 'ann', nested: { a: '1' }, tags: ['x'] });
    expect(Object.keys(body.result.meta)).toContain('__proto__');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(body.messages[0]?.message).toContain('metadata[user]');
  });

  test('is dropped with a warning, or refused, when told to guess so', async () => {
    const dropped = (await send('drop')).body;
    expect(dropped.result.meta).toEqual({});
    expect(dropped.messages).toHaveLength(1);
    expect((await send('refuse')).status).toBe(400);
  });
});
