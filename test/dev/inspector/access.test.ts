import { describe, expect, test } from 'vitest';
import { samplePng } from '../sample-image.js';
import { createInspected } from './inspect.js';

describe('the inspector', () => {
  test.each(['localhost:8788', 'shop.localhost', '127.0.0.1:8788', '127.1.2.3', '[::1]:8788'])(
    'is there on %s',
    async (host) => {
      const { emulator } = createInspected();
      const page = await emulator.fetch(`http://${host}/__cf-images/`);
      expect(page.status).toBe(200);
      expect((await emulator.fetch(`http://${host}/__cf-images/state`)).status).toBe(200);
    },
  );

  test.each([
    'https://imagedelivery.net',
    'https://api.cloudflare.com',
    'https://upload.imagedelivery.net',
    'https://batch.imagedelivery.net',
    'http://192.168.1.5:8788',
    'http://0.0.0.0:8788',
    'http://img.example.com',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://notlocalhost',
  ])('is not there on %s', async (origin) => {
    const { emulator } = createInspected();
    for (const path of ['', '/', '/state', '/script/main.js', '/preview?id=a']) {
      const response = await emulator.fetch(`${origin}/__cf-images${path}`);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain('<html');
    }
  });

  test('is found without the slash, and takes no path that only looks like its own', async () => {
    const { emulator, origin } = createInspected();
    const found = await emulator.fetch(`${origin}/__cf-images`);
    expect(found.status).toBe(308);
    expect(found.headers.get('location')).toBe(`${origin}/__cf-images/`);
    const other = await emulator.fetch(`${origin}/__cf-images-of-mine/`);
    expect(other.status).toBe(404);
    expect(await other.text()).toContain('/__cf-images/');
  });
});

describe('the page', () => {
  test('may load its own files and nothing else', async () => {
    const { ask } = createInspected();
    const page = await ask('/');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('content-type')).toBe('text/html;charset=UTF-8');
    const html = await page.text();
    expect(html).not.toMatch(/<script(?! type="module" src="script\/)|<style|\sstyle=|\son\w+=/);
  });

  test('is made of files that are what they say', async () => {
    const { ask } = createInspected();
    const waiting = ['style.css', 'icon.svg', 'script/main.js'];
    const seen = new Set<string>();
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const response = await ask(`/${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      const text = await response.text();
      if (!path.endsWith('.js')) continue;
      expect(response.headers.get('content-type')).toBe('text/javascript;charset=UTF-8');
      expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
      for (const [, name] of text.matchAll(/from '\.\/(.+?)'/g)) waiting.push(`script/${name}`);
    }
    expect(seen.size).toBeGreaterThan(8);
  });
});

const crossSite = [
  { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  { 'sec-fetch-site': 'same-site', origin: 'http://localhost:3000' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'cross-site', origin: 'null' },
  { 'sec-fetch-site': 'same-origin', origin: 'null' },
];

describe('what another page asks for', () => {
  const sign = (imageId: string) => ({
    method: 'POST',
    body: JSON.stringify({ imageId, variant: 'public', expiresInSeconds: 60 }),
  });

  test.each(crossSite)('is refused: %j', async (headers) => {
    const { emulator, origin } = createInspected();
    await emulator.seed({ images: [{ id: 'a', bytes: await samplePng() }] });
    const before = emulator.clock.now();
    for (const [path, init] of [
      ['state', {}],
      ['preview?id=a', {}],
      ['sign', sign('a')],
      ['clock', { method: 'POST', body: '{"seconds":3600}' }],
      ['clock', { method: 'DELETE' }],
    ] as const) {
      const answer = await emulator.fetch(`${origin}/__cf-images/${path}`, { ...init, headers });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(emulator.clock.now() - before).toBeLessThan(60_000);
  });

  test('gets no leave to ask either', async () => {
    const { emulator, origin } = createInspected();
    const preflight = await emulator.fetch(`${origin}/__cf-images/sign`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(403);
    expect([...preflight.headers.keys()].join()).not.toContain('access-control');
  });

  test('a program may read, and acts only by naming the origin', async () => {
    const { emulator, origin } = createInspected();
    await emulator.seed({ images: [{ id: 'a', bytes: await samplePng() }] });
    const url = `${origin}/__cf-images`;
    expect((await emulator.fetch(`${url}/state`)).status).toBe(200);
    expect((await emulator.fetch(`${url}/sign`, sign('a'))).status).toBe(403);
    const named = { ...sign('a'), headers: { origin } };
    expect((await emulator.fetch(`${url}/sign`, named)).status).toBe(200);
    const typed = { 'sec-fetch-site': 'none' };
    expect((await emulator.fetch(`${url}/state`, { headers: typed })).status).toBe(200);
    expect((await emulator.fetch(`${url}/sign`, { ...sign('a'), headers: typed })).status).toBe(
      403,
    );
  });
});
