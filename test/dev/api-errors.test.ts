import { describe, expect, test } from 'vitest';
import type { EmulatorOptions } from '../../src/dev.js';
import { apiVectors } from './api-vectors.js';
import { type Answer, createApi } from './api-client.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

type Provoke = (api: ReturnType<typeof createApi>) => Promise<Answer>;

const upload =
  (fields: Record<string, string | Blob>): Provoke =>
  ({ call }) =>
    call('POST', 'v1', { body: uploadForm(fields) });
const withTicket =
  (send: (api: ReturnType<typeof createApi>, url: string) => Promise<Answer>): Provoke =>
  async (api) => {
    const { result } = (await api.call('POST', 'v2/direct_upload', { body: new FormData() })).body;
    return send(api, result.uploadURL);
  };
const raw =
  (type: string, body: BodyInit): Provoke =>
  ({ call }) =>
    call('POST', 'v1', {
      headers: { authorization: 'Bearer local-token', 'content-type': type },
      body,
    });

// How each code is met. What is not here never happens by itself and has to be scripted.
const ways: Record<number, { provoke: Provoke; options?: EmulatorOptions }> = {
  5400: { provoke: ({ call }) => call('GET', 'v2?per_page=1') },
  5401: { provoke: ({ call }) => call('GET', 'v1/variants/none') },
  5403: {
    provoke: async ({ emulator }) => {
      const url = 'https://api.cloudflare.com/client/v4/accounts/other/images/v2';
      const response = await emulator.fetch(url, {
        headers: { authorization: 'Bearer local-token' },
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  },
  5404: { provoke: ({ call }) => call('GET', 'v1/none') },
  5409: {
    provoke: async (api) => {
      await api.emulator.seed({ images: [{ id: 'a' }] });
      return upload({ id: 'a', file: await samplePng() })(api);
    },
  },
  5410: {
    provoke: withTicket(async ({ emulator, post }, url) => {
      emulator.clock.advance(3_600_000);
      return post(url, uploadForm({ file: await samplePng() }));
    }),
  },
  5413: {
    provoke: async (api) => upload({ file: await samplePng() })(api),
    options: { guesses: { maxUploadBytes: 10 } },
  },
  5415: { provoke: raw('application/json', '{}') },
  5433: {
    provoke: ({ call }) => {
      const body = new ReadableStream({ start: (stream) => stream.error(new Error('gone')) });
      const headers = {
        authorization: 'Bearer local-token',
        'content-type': 'multipart/form-data; boundary=b',
      };
      return call('POST', 'v1', { headers, body, duplex: 'half' } as RequestInit);
    },
  },
  5443: {
    provoke: async (api) => upload({ file: await samplePng() })(api),
    options: {
      renderer: {
        probe: async () => ({
          format: 'gif',
          contentType: 'image/gif',
          width: 1000,
          height: 1000,
          pages: 101,
          area: 101_000_000,
          hasAlpha: false,
        }),
        findBorder: () => Promise.reject(new Error('not asked')),
        render: () => Promise.reject(new Error('not asked')),
      },
    },
  },
  5450: { provoke: raw('multipart/form-data; boundary=b', '--b\r\ncut') },
  5453: {
    provoke: async (api) => upload({ file: await samplePng() })(api),
    options: { allowedImages: 0 },
  },
  5455: { provoke: upload({ file: new Blob(['text']) }) },
};

describe('code', () => {
  test.each(apiVectors.apiErrors.filter(({ code }) => code in ways))(
    '$code is met with status $status',
    async ({ code, status, emulatorStatus }) => {
      const way = ways[code];
      const answer = await way?.provoke(createApi(way.options));
      expect(answer?.status).toBe(status ?? emulatorStatus);
      expect(answer?.body).toMatchObject({
        success: false,
        result: null,
        messages: [],
        errors: [{ code, message: expect.stringMatching(/\S/) }],
      });
    },
  );

  test.each(apiVectors.apiErrors.filter(({ code }) => !(code in ways)))(
    '$code is scripted with status $status',
    async ({ code, status }) => {
      const { call, emulator } = createApi();
      emulator.faults.add({ code, status: status as number });
      const answer = await call('GET', 'v2');
      expect([answer.status, answer.body.errors[0]?.code]).toEqual([status, code]);
    },
  );
});
