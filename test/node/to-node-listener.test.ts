import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type FetchHandler, type NodeListenerOptions, toNodeListener } from '../../src/node.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function serve(handler: FetchHandler, options?: NodeListenerOptions): Promise<number> {
  const server = createServer(toNodeListener(handler, options));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return (server.address() as AddressInfo).port;
}

/** Sends text as it is, and answers all that comes back until the connection ends. */
function sendRaw(port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(head));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

const until = async (condition: () => boolean) => {
  for (let tries = 0; !condition() && tries < 200; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(condition()).toBe(true);
};

describe('requests', () => {
  it('arrive with method, URL, headers and body', async () => {
    const port = await serve(async (request) =>
      Response.json({
        method: request.method,
        url: request.url,
        header: request.headers.get('x-a'),
        body: await request.text(),
      }),
    );
    const response = await fetch(`http://127.0.0.1:${port}/a%2Fb/?x=%20y`, {
      method: 'PATCH',
      headers: { 'x-a': '1' },
      body: 'hello',
    });
    expect(await response.json()).toEqual({
      method: 'PATCH',
      url: `http://127.0.0.1:${port}/a%2Fb/?x=%20y`,
      header: '1',
      body: 'hello',
    });
  });

  it.each([
    ['GET //evil.example/x HTTP/1.1\r\nHost: app.example', 'http://app.example//evil.example/x'],
    ['GET http://abs.example/x HTTP/1.1\r\nHost: app.example', 'http://abs.example/x'],
    ['GET /x HTTP/1.1\r\nHost: [::1]:80', 'http://[::1]/x'],
    ['GET /x HTTP/1.0', 'http://localhost/x'],
  ])('%j keep their host', async (head, url) => {
    const port = await serve((request) => new Response(request.url));
    expect(await sendRaw(port, `${head}\r\nConnection: close\r\n\r\n`)).toMatch(
      new RegExp(`\\b${url.replace(/[[\]./?]/g, '\\$&')}`),
    );
  });

  it.each([
    'GET /x HTTP/1.1\r\nHost: evil.example/path?',
    'GET /x HTTP/1.1\r\nHost: user@evil.example',
    'GET /x HTTP/1.1\r\nHost: a b',
    'OPTIONS * HTTP/1.1\r\nHost: app.example',
    'GET file:///etc/passwd HTTP/1.1\r\nHost: app.example',
    'TRACE / HTTP/1.1\r\nHost: app.example',
  ])('%j make no sense and never reach the handler', async (head) => {
    let reached = false;
    const port = await serve(() => {
      reached = true;
      return new Response();
    });
    const text = await sendRaw(port, `${head}\r\nConnection: close\r\n\r\n`);
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(reached).toBe(false);
  });

  it('abort when the client hangs up, while the body comes or the answer is awaited', async () => {
    const aborted: string[] = [];
    const port = await serve(
      (request) =>
        new Promise(() => {
          const name = new URL(request.url).pathname;
          request.signal.addEventListener('abort', () => aborted.push(name));
        }),
    );
    for (const path of ['/waiting', '/sending']) {
      const outgoing = httpRequest({ port, host: '127.0.0.1', path, method: 'POST' });
      outgoing.on('error', () => undefined);
      outgoing.write('a');
      if (path === '/waiting') outgoing.end();
      setTimeout(() => outgoing.destroy(), 50);
      await until(() => aborted.includes(path));
    }
  });

  it('do not abort when all went well', async () => {
    let signal: AbortSignal | undefined;
    const port = await serve((request) => {
      signal = request.signal;
      return new Response('x');
    });
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(signal?.aborted).toBe(false);
  });

  it('are read no faster than the handler reads them', async () => {
    let read = 0;
    const port = await serve(async (request) => {
      const reader = request.body?.getReader();
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) return new Response(String(read));
        read += value?.byteLength ?? 0;
        if (read < 200_000) await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
    const total = 32 * 1024 * 1024;
    let handedOver = 0;
    const outgoing = httpRequest({ port, host: '127.0.0.1', method: 'POST' });
    const answered = new Promise<IncomingMessage>((resolve) => outgoing.on('response', resolve));
    const pump = () => {
      while (handedOver < total) {
        handedOver += 65_536;
        if (!outgoing.write(Buffer.alloc(65_536))) return void outgoing.once('drain', pump);
      }
      outgoing.end();
    };
    pump();
    await new Promise((resolve) => setTimeout(resolve, 150));
    // What fits into the buffers of two sockets, and not the rest.
    expect(handedOver).toBeLessThan(total / 2);
    const chunks: Buffer[] = [];
    for await (const chunk of await answered) chunks.push(chunk as Buffer);
    expect(Number(Buffer.concat(chunks))).toBe(total);
  });
});

describe('answers', () => {
  it('keep status, reason, headers and each cookie', async () => {
    const port = await serve(() => {
      const headers = new Headers({ 'x-a': '1' });
      headers.append('set-cookie', 'a=1; Expires=Sun, 22 Nov 2026 10:00:00 GMT');
      headers.append('set-cookie', 'b=2');
      return new Response('x', { status: 418, statusText: 'Teapot', headers });
    });
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect([response.status, response.statusText, response.headers.get('x-a')]).toEqual([
      418,
      'Teapot',
      '1',
    ]);
    expect(response.headers.getSetCookie()).toHaveLength(2);
  });

  it('have no body for HEAD and 204, and let go of the one there was', async () => {
    let canceled = 0;
    const port = await serve((request) =>
      request.method === 'HEAD'
        ? new Response(new ReadableStream({ cancel: () => void (canceled += 1) }), {
            headers: { 'content-length': '5' },
          })
        : new Response(null, { status: 204 }),
    );
    const head = await fetch(`http://127.0.0.1:${port}/`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), canceled]).toEqual([200, '5', 1]);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(204);
  });

  it('are streamed: the first chunk arrives before the last is made', async () => {
    let finish = () => {};
    const port = await serve(
      () =>
        new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode('first'));
              finish = () => controller.close();
            },
          }),
        ),
    );
    const response = await fetch(`http://127.0.0.1:${port}/`);
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first');
    finish();
    expect((await reader?.read())?.done).toBe(true);
  });

  it('are made no faster than the client takes them, and stop when it hangs up', async () => {
    let made = 0;
    let canceled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        made += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
      cancel() {
        canceled = true;
      },
    });
    const port = await serve(() => new Response(endless));
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'),
    );
    socket.pause();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = made;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(made).toBe(before);
    socket.destroy();
    await until(() => canceled);
  });

  it.each<[string, FetchHandler]>([
    ['throws', () => Promise.reject(new Error('secret reason'))],
    [
      'throws at once',
      () => {
        throw new Error('secret reason');
      },
    ],
    ['answers nothing', (() => undefined) as unknown as FetchHandler],
  ])('are 500 when the handler %s', async (_name, handler) => {
    const errors: unknown[] = [];
    const port = await serve(handler, { onError: ({ error }) => errors.push(error) });
    const response = await fetch(`http://127.0.0.1:${port}/`);
    expect(response.status).toBe(500);
    expect(await response.text()).toBe('Internal Server Error');
    expect(errors).toHaveLength(1);
  });

  it('break off visibly when their body does', async () => {
    const port = await serve(() => {
      let pulls = 0;
      return new Response(
        new ReadableStream({
          pull(controller) {
            pulls += 1;
            if (pulls > 2) controller.error(new Error('source lost'));
            else controller.enqueue(new Uint8Array(10));
          },
        }),
      );
    });
    const response = await fetch(`http://127.0.0.1:${port}/`);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  it('arrive although the request was not read to its end, and the connection goes on', async () => {
    for (const readSome of [false, true]) {
      const port = await serve(async (request) => {
        if (readSome && request.body) {
          const reader = request.body.getReader();
          await reader.read();
          await reader.cancel();
        }
        return new Response('enough', { status: 413 });
      });
      for (let round = 0; round < 3; round += 1) {
        const response = await fetch(`http://127.0.0.1:${port}/`, {
          method: 'POST',
          body: new Uint8Array(3_000_000),
        });
        expect([response.status, await response.text()]).toEqual([413, 'enough']);
      }
    }
  });
});

it('keeps the whole path when a framework has taken the mount path off', async () => {
  const listener = toNodeListener((request) => new Response(new URL(request.url).pathname));
  const server = createServer((message, outgoing) => {
    Object.assign(message, { originalUrl: message.url, url: '/stats' });
    listener(message, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => void server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/images/stats`);
  expect(await response.text()).toBe('/api/images/stats');
});
