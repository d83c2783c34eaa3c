import { describe, expect, test } from 'vitest';
import { createApi } from './api-client.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

describe('a direct creator upload', () => {
  test('goes from ticket to draft to image', async () => {
    const { call, post } = createApi();
    const ticket = await call('POST', 'v2/direct_upload', {
      body: uploadForm({ metadata: '{"album":"cats"}', creator: 'ann' }),
    });
    expect(ticket.status).toBe(200);
    const { id, uploadURL } = ticket.body.result;
    expect(id).toMatch(/^[0-9a-f]{8}-.*00$/);
    expect(uploadURL).toBe(`https://upload.imagedelivery.net/local-hash/${id}`);

    const draft = await call('GET', `v1/${id}`);
    expect(draft.body.result).toMatchObject({ id, draft: true, filename: null, creator: 'ann' });
    expect((await call('GET', 'v2')).body.result.images).toEqual([]);

    const stored = await post(uploadURL, uploadForm({ file: await samplePng() }));
    expect(stored.status).toBe(200);
    expect(stored.headers.get('access-control-allow-origin')).toBe('*');
    expect(stored.body.result).toMatchObject({
      id,
      filename: 'cat.png',
      meta: { album: 'cats' },
      variants: [`https://imagedelivery.net/local-hash/${id}/public`],
    });

    const details = await call('GET', `v1/${id}`);
    expect(details.body.result).not.toHaveProperty('draft');
    expect((await call('GET', 'v2')).body.result).toMatchObject({
      images: [{ id }],
      continuation_token: null,
    });
  });

  test('uses its link up', async () => {
    const { call, post } = createApi();
    const { uploadURL } = (await call('POST', 'v2/direct_upload', { body: new FormData() })).body
      .result;
    await post(uploadURL, uploadForm({ file: await samplePng() }));
    const again = await post(uploadURL, uploadForm({ file: await samplePng() }));
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ success: false, result: null, errors: [{ code: 5409 }] });
  });

  test('of two POSTs at once to one link stores one', async () => {
    const { call, post } = createApi();
    const { uploadURL } = (await call('POST', 'v2/direct_upload', { body: new FormData() })).body
      .result;
    const file = await samplePng();
    const answers = await Promise.all([
      post(uploadURL, uploadForm({ file })),
      post(uploadURL, uploadForm({ file })),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  test('a refused file leaves the link open', async () => {
    const { call, post } = createApi();
    const { uploadURL } = (await call('POST', 'v2/direct_upload', { body: new FormData() })).body
      .result;
    const refused = await post(uploadURL, uploadForm({ file: new Blob(['not an image at all']) }));
    expect(refused.status).toBe(415);
    expect(refused.body.errors[0]?.code).toBe(5455);
    expect((await post(uploadURL, uploadForm({ file: await samplePng() }))).status).toBe(200);
  });

  test('keeps a custom id with slashes together', async () => {
    const { call, post } = createApi();
    const ticket = await call('POST', 'v2/direct_upload', { body: uploadForm({ id: 'a/b c/é' }) });
    const { uploadURL } = ticket.body.result;
    expect(uploadURL).toBe('https://upload.imagedelivery.net/local-hash/a%2Fb%20c%2F%C3%A9');
    const stored = await post(uploadURL, uploadForm({ file: await samplePng() }));
    expect(stored.body.result.id).toBe('a/b c/é');
    expect(stored.body.result.variants).toEqual([
      'https://imagedelivery.net/local-hash/a/b%20c/%C3%A9/public',
    ]);
    expect((await call('GET', 'v1/a/b%20c/%C3%A9')).status).toBe(200);
    expect((await call('GET', 'v1/a%2Fb%20c%2F%C3%A9')).status).toBe(200);
  });

  test('takes the empty form that the official SDK sends', async () => {
    const { call } = createApi();
    const ticket = await call('POST', 'v2/direct_upload', {
      headers: {
        authorization: 'Bearer local-token',
        'content-type': 'multipart/form-data; boundary=xyz',
      },
      body: '--xyz--\r\n',
    });
    expect(ticket.status).toBe(200);
  });

  test('refuses JSON with 415 and 5415', async () => {
    const { call } = createApi();
    const answer = await call('POST', 'v2/direct_upload', {
      headers: { authorization: 'Bearer local-token', 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(415);
    expect(answer.body.errors[0]?.code).toBe(5415);
  });
});

describe('the expiry of a link', () => {
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
  const ask = async (expiry: string) => {
    const { call } = createApi();
    return call('POST', 'v2/direct_upload', { body: uploadForm({ expiry }) });
  };

  test('lies between two minutes and six hours, both left out', async () => {
    expect((await ask(inMs(125_000))).status).toBe(200);
    expect((await ask(inMs(6 * 3_600_000 - 5_000))).status).toBe(200);
    for (const ms of [120_000, 6 * 3_600_000 + 50]) {
      const refused = await ask(inMs(ms));
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toEqual([
        { code: 5400, message: 'expiry is out of accepted bound.' },
      ]);
    }
    expect((await ask('tomorrow')).status).toBe(400);
  });

  test('is half an hour without being asked for, and is kept', async () => {
    const { call, post, emulator } = createApi();
    const first = (await call('POST', 'v2/direct_upload', { body: new FormData() })).body.result;
    emulator.clock.advance(29 * 60_000);
    const second = (await call('POST', 'v2/direct_upload', { body: new FormData() })).body.result;
    emulator.clock.advance(60_000);
    const file = await samplePng();
    const late = await post(first.uploadURL, uploadForm({ file }));
    expect(late.status).toBe(410);
    expect(late.body.errors[0]?.code).toBe(5410);
    expect((await post(second.uploadURL, uploadForm({ file }))).status).toBe(200);
  });
});
