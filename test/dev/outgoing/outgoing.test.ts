import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createPublicFetch } from '../../../src/dev/outgoing/create-public-fetch.js';
import { isPublicAddress } from '../../../src/dev/outgoing/is-public-address.js';
import { serveEmulator } from '../../../src/dev.js';
import { createApi } from '../api-client.js';
import { samplePng } from '../sample-image.js';
import { uploadForm } from '../upload-form.js';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});
async function listen(handler: RequestListener, address = '127.0.0.1'): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, address, ready));
  return `http://${address}:${(server.address() as AddressInfo).port}`;
}

describe('a public address', () => {
  test.each(['1.1.1.1', '172.15.0.1', '172.32.0.1', '100.63.255.255', '2606:4700::1111'])(
    'is %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:1.1.1.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    'localhost',
    '',
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a fetch of the public internet', () => {
  test.each([
    'http://127.0.0.1:1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://localhost/',
    'http://0/',
    'ftp://example.com/',
    'file:///etc/passwd',
  ])('does not ask %s', async (url) => {
    await expect(createPublicFetch()(new URL(url))).rejects.toMatchObject({ reason: 'address' });
  });

  test('looks at the address it connects to, not at one it asked for before', async () => {
    let asked = 0;
    const answers = ['203.0.114.1', '127.0.0.1'];
    const resolve = ((_name: string, _options: unknown, callback: (...args: unknown[]) => void) => {
      callback(null, [{ address: answers[asked++] ?? '127.0.0.1', family: 4 }]);
    }) as never;
    const seen: string[] = [];
    const isAllowed = (address: string) => {
      seen.push(address);
      return false;
    };
    const fetchIt = createPublicFetch({ resolve, isAllowed });
    await expect(fetchIt(new URL('http://rebind.example/'))).rejects.toMatchObject({
      reason: 'address',
    });
    expect(seen).toEqual(['203.0.114.1']);
    expect(asked).toBe(1);
  });

  test('refuses a name as soon as one of its addresses is private', async () => {
    const resolve = ((_name: string, _options: unknown, callback: (...args: unknown[]) => void) => {
      callback(null, [
        { address: '1.1.1.1', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    }) as never;
    await expect(
      createPublicFetch({ resolve })(new URL('http://two.example/')),
    ).rejects.toMatchObject({ reason: 'address' });
  });

  test('asks anew at each redirect, and follows five', async () => {
    const hidden = await listen((_, answer) => answer.end('secret'));
    const open = await listen((request, answer) => {
      const [, kind, count] = (request.url ?? '').split('/');
      const location = kind === 'in' ? hidden : `/hop/${Number(count) - 1}`;
      if (kind === 'hop' && count === '0') return answer.end('here');
      answer.writeHead(302, { location }).end();
    }, '127.0.0.2');
    const fetchIt = createPublicFetch({ isAllowed: (address) => address === '127.0.0.2' });
    await expect(fetchIt(new URL(`${open}/in`))).rejects.toMatchObject({ reason: 'address' });
    expect(await (await fetchIt(new URL(`${open}/hop/5`))).text()).toBe('here');
    await expect(fetchIt(new URL(`${open}/hop/6`))).rejects.toMatchObject({ reason: 'redirects' });
  });

  test('shows a password to its own origin only', async () => {
    const seen: (string | undefined)[] = [];
    const other = await listen((request, answer) => {
      seen.push(request.headers.authorization);
      answer.end();
    }, '127.0.0.2');
    const first = await listen((request, answer) => {
      seen.push(request.headers.authorization);
      answer.writeHead(302, { location: other }).end();
    });
    const fetchIt = createPublicFetch({ isAllowed: () => true });
    await fetchIt(new URL(first), { headers: { authorization: 'Basic eA==' } });
    expect(seen).toEqual(['Basic eA==', undefined]);
  });
});

describe('an upload by URL', () => {
  const upload = (options: Parameters<typeof createApi>[0], url: string) =>
    createApi(options).call('POST', 'v1', { body: uploadForm({ url }) });

  test('is off unless the emulator may fetch', async () => {
    const { status, body } = await upload({}, 'https://example.com/a.png');
    expect(status).toBe(400);
    expect(body.errors[0]?.message).toContain('outgoing');
  });

  test('stores what a given function answers, under the name in the URL', async () => {
    const asked: Request[] = [];
    const outgoing = async (request: Request) => {
      asked.push(request);
      return new Response(await samplePng());
    };
    const { body } = await upload({ outgoing }, 'https://ann:p%40ss@img.example/a%20b.png?x=1');
    expect(body.result).toMatchObject({ filename: 'a b.png' });
    expect(asked[0]?.url).toBe('https://img.example/a%20b.png?x=1');
    expect(asked[0]?.headers.get('authorization')).toBe(`Basic ${btoa('ann:p@ss')}`);
  });

  test.each([
    ['answers 404', async () => new Response(null, { status: 404 }), 400],
    ['cannot be reached', () => Promise.reject(new TypeError('fetch failed')), 400],
    ['is no image', async () => new Response('<html>'), 415],
    ['is too large', async () => new Response(new Uint8Array(11_000_000)), 413],
  ])('fails with its own status when the origin %s', async (_, outgoing, status) => {
    expect((await upload({ outgoing }, 'https://img.example/a.png')).status).toBe(status);
  });

  test.each([
    'http://127.0.0.1/a.png',
    'http://localhost:1/',
    'http://[::1]/',
    '/a.png',
    'file:///a',
  ])('does not reach %s', async (url) => {
    const { status, body } = await upload({ outgoing: 'public' }, url);
    expect(status).toBe(400);
    expect(body.errors[0]?.code).toBe(5400);
  });
});

describe('a source of /cdn-cgi/image/', () => {
  test('is fetched only where the option allows it', async () => {
    const picture = new Uint8Array(
      await (await samplePng({ width: 40, height: 20 })).arrayBuffer(),
    );
    const outgoing = async () => new Response(picture);
    const ask = async (options: Parameters<typeof createApi>[0], url: string) => {
      const answer = await createApi(options).emulator.fetch(url);
      return { status: answer.status, text: answer.ok ? await answer.text() : '' };
    };
    const remote =
      'https://zone.example/cdn-cgi/image/width=10,format=json/https://img.example/a.png';
    expect((await ask({}, remote)).status).toBe(403);
    expect((await ask({ outgoing: 'same-zone' }, remote)).status).toBe(403);
    expect(JSON.parse((await ask({ outgoing }, remote)).text)).toMatchObject({
      width: 10,
      height: 5,
    });
    const inside = 'https://zone.example/cdn-cgi/image/width=10/https://127.0.0.1:1/a.png';
    expect((await ask({ outgoing: 'public' }, inside)).status).toBe(403);
  });

  test('may lie on the local zone itself', async () => {
    const picture = Buffer.from(await (await samplePng({ width: 40, height: 20 })).arrayBuffer());
    const origin = await listen((_, answer) => answer.end(picture));
    const { emulator } = createApi({ outgoing: 'same-zone' });
    const answer = await emulator.fetch(`${origin}/cdn-cgi/image/width=10,format=json/a.png`);
    expect(await answer.json()).toMatchObject({ width: 10, height: 5 });
    const served = await serveEmulator({ outgoing: 'same-zone' });
    const other = `${served.origin}/cdn-cgi/image/width=10/${origin}/a.png`;
    expect((await fetch(other)).status).toBe(403);
    await served.close();
  });
});
