import { afterEach, expect, it, vi } from 'vitest';
import { createUploadEngine } from '../../src/upload/create-upload-engine.js';
import { pngFile } from './sample-files.js';
import { isWaiting, until } from './upload-scene.js';

afterEach(() => vi.unstubAllGlobals());

/** A browser whose network goes and comes. */
function createNetwork() {
  const navigator = { onLine: true };
  const events = new EventTarget();
  const counts = { listeners: 0 };
  vi.stubGlobal('navigator', navigator);
  vi.stubGlobal('addEventListener', (...input: Parameters<EventTarget['addEventListener']>) => {
    counts.listeners += 1;
    events.addEventListener(...input);
  });
  vi.stubGlobal('removeEventListener', (...input: Parameters<EventTarget['addEventListener']>) => {
    counts.listeners -= 1;
    events.removeEventListener(...input);
  });
  return {
    counts,
    go(onLine: boolean) {
      navigator.onLine = onLine;
      events.dispatchEvent(new Event(onLine ? 'online' : 'offline'));
    },
  };
}

function createEngine(isUp: () => boolean, stored: Set<string> = new Set()) {
  let sends = 0;
  let tickets = 0;
  const engine = createUploadEngine({
    retryDelayMs: 1,
    fetch: async (input) => {
      if (!isUp()) throw new TypeError('Failed to fetch');
      const id = new URL(String(input), 'http://x').searchParams.get('id') ?? '';
      if (String(input).includes('/status')) {
        return Response.json(
          stored.has(id) ? { status: 'ready', image: { id } } : { status: 'draft' },
        );
      }
      tickets += 1;
      return Response.json({ id: `i${tickets}`, uploadURL: `u:i${tickets}`, expiresAt: 'later' });
    },
    transport: async ({ url }) => {
      sends += 1;
      const id = url.slice(2);
      if (!isUp()) throw new TypeError('Failed to fetch');
      return {
        status: 200,
        body: JSON.stringify({ success: true, result: { id } }),
        header: () => null,
      };
    },
  });
  return { engine, sends: () => sends };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 15));

it('holds an upload while there is no network, and goes on by itself', async () => {
  const network = createNetwork();
  network.go(false);
  const { engine, sends } = createEngine(() => navigator.onLine);
  engine.add([pngFile()]);
  await until(() => isWaiting(engine));
  expect(engine.getUploads()[0]).toMatchObject({
    status: 'uploading',
    phase: 'waiting',
    waiting: { reason: 'offline' },
  });
  expect(sends()).toBe(0);
  network.go(true);
  expect((await engine.settled())[0]?.status).toBe('done');
  expect(network.counts.listeners).toBe(0);
});

it('does not count attempts that had no network', async () => {
  const network = createNetwork();
  const { engine, sends } = createEngine(() => navigator.onLine);
  network.go(false);
  engine.add([pngFile()]);
  await until(() => isWaiting(engine));
  for (let drop = 0; drop < 6; drop += 1) {
    network.go(true);
    network.go(false);
    await soon();
  }
  expect(engine.getUploads()[0]?.status).toBe('uploading');
  network.go(true);
  expect((await engine.settled())[0]?.status).toBe('done');
  expect(sends()).toBeGreaterThan(0);
});

it('leaves no listener behind when it is canceled while it holds', async () => {
  const network = createNetwork();
  network.go(false);
  const { engine } = createEngine(() => navigator.onLine);
  engine.add([pngFile()]);
  await until(() => isWaiting(engine));
  expect(network.counts.listeners).toBe(1);
  engine.cancel();
  await soon();
  expect(network.counts.listeners).toBe(0);
  network.go(true);
  await soon();
  expect(engine.getUploads()[0]?.status).toBe('canceled');
});
