import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ServedEmulator, serveEmulator } from '../../src/dev.js';
import { samplePng } from './sample-image.js';
import { uploadForm } from './upload-form.js';

const running: ServedEmulator[] = [];
const serve: typeof serveEmulator = async (options) => {
  const emulator = await serveEmulator(options);
  running.push(emulator);
  return emulator;
};
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
});

describe('an emulator on a port', () => {
  test('names its own origin in the URLs it answers', async () => {
    const { origin, accountId, accountHash, token } = await serve();
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const api = `${origin}/client/v4/accounts/${accountId}/images`;
    const headers = { authorization: `Bearer ${token}` };
    const ticket = await fetch(`${api}/v2/direct_upload`, {
      method: 'POST',
      headers,
      body: uploadForm({ id: 'a/b' }),
    }).then((response) => response.json());
    expect(ticket.result.uploadURL).toBe(`${origin}/upload.imagedelivery.net/${accountHash}/a%2Fb`);
    const stored = await fetch(ticket.result.uploadURL, {
      method: 'POST',
      body: uploadForm({ file: await samplePng() }, 'kätzchen "1".png'),
    }).then((response) => response.json());
    expect(stored.result).toMatchObject({
      filename: 'kätzchen "1".png',
      variants: [`${origin}/imagedelivery.net/${accountHash}/a/b/public`],
    });
    const list = await fetch(
      `${origin}/api.cloudflare.com/client/v4/accounts/local-account/images/v2`,
      {
        headers,
      },
    ).then((response) => response.json());
    expect(list.result.images).toHaveLength(1);
  });

  test('answers a file over the limit instead of cutting the line', async () => {
    const { origin, accountId, token } = await serve();
    const answer = await fetch(`${origin}/client/v4/accounts/${accountId}/images/v1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: uploadForm({ file: new Blob([new Uint8Array(11 * 1024 * 1024)]) }),
    });
    expect(answer.status).toBe(413);
    expect((await answer.json()).errors[0].code).toBe(5413);
  });

  test('does not answer to a foreign host name', async () => {
    const { origin } = await serve({ allowedHosts: ['img.example.com'] });
    const statusFor = (host: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        httpRequest(`${origin}/client/v4/accounts/x/images/v1`, { headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
          .on('error', reject)
          .end();
      });
    expect(await statusFor('evil.example')).toBe(403);
    expect(await statusFor('localhost:1')).toBe(400);
    expect(await statusFor('img.example.com')).toBe(400);
    expect(await statusFor('[::1]')).toBe(400);
  });

  test('refuses to start in production unless told', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await expect(serveEmulator()).rejects.toThrow('NODE_ENV=production');
    await serve({ allowProduction: true });
  });

  test('says what is wrong when the port is taken', async () => {
    const { origin } = await serve();
    await expect(serveEmulator({ port: Number(new URL(origin).port) })).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});

describe('an image stored over HTTP', () => {
  test('is delivered at every address the API names', async () => {
    const { origin, accountId, token } = await serve({ flexibleVariants: true });
    const stored = await fetch(`${origin}/client/v4/accounts/${accountId}/images/v1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: uploadForm({ id: 'a/b', file: await samplePng({ width: 40, height: 20 }) }),
    }).then((response) => response.json());
    const [url] = stored.result.variants;
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^image\//);
    const json = await fetch(url.replace('/public', '/width=10,format=json'));
    expect(await json.json()).toMatchObject({ width: 10, height: 5 });
    const custom = await fetch(`${origin}/cdn-cgi/imagedelivery/local-hash/a/b/public`);
    expect(custom.status).toBe(200);
  });
});
