import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { chromiumArgs, findChromium } from '../../scripts/chromium.mjs';
import type { createUploadEngine } from '../../src/upload/create-upload-engine.js';
import type { UploadProgressState } from '../../src/upload/upload-control.js';
import { until } from './upload-scene.js';
import {
  answer,
  cut,
  type Fault,
  hang,
  loseAnswer,
  serviceFailure,
  startUploadServer,
  type UploadServer,
} from './upload-server.js';

// The engine in a real Chromium, with its real XMLHttpRequest, from one origin to another.
declare const engineOfPage: {
  createUploadEngine: typeof createUploadEngine;
  pngFile: (name: string, extraBytes: number) => File;
};

let browser: Browser;
let script: string;
let server: UploadServer;
let page: Page;

beforeAll(async () => {
  const source = `
    export { createUploadEngine } from './src/upload/create-upload-engine.ts';
    export { pngFile } from './test/upload/sample-files.ts';`;
  const built = await build({
    stdin: { contents: source, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'engineOfPage',
  });
  script = built.outputFiles[0]?.text ?? '';
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: chromiumArgs,
  });
}, 60_000);
afterAll(() => browser.close());

beforeEach(async () => {
  server = await startUploadServer();
  server.pages.set('/favicon.ico', { type: 'image/png', body: '' });
  server.pages.set('/page', { type: 'text/html', body: `<script>${script}</script>` });
  page = await browser.newPage();
  // Another name of this machine, and so another origin than that of the upload URLs.
  await page.goto(`${server.origin.replace('127.0.0.1', 'localhost')}/page`);
});
afterEach(async () => {
  await page.close();
  await server.close();
});

/** Uploads one file of about that size, and answers what was told and shown meanwhile. */
function uploadOne(bytes: number) {
  return page.evaluate(async (extraBytes) => {
    const engine = engineOfPage.createUploadEngine({ retryDelayMs: 30 });
    const seen: string[] = [];
    const shown: UploadProgressState[] = [];
    engine.subscribe(() => {
      const [upload] = engine.getUploads();
      if (upload) seen.push(upload.status === 'uploading' ? upload.phase : upload.status);
      shown.push(engine.getProgress());
    });
    engine.subscribeProgress(() => shown.push(engine.getProgress()));
    engine.add([engineOfPage.pngFile('dot.png', extraBytes)]);
    const [upload] = await engine.settled();
    const error = upload?.status === 'failed' ? upload.error.code : undefined;
    const imageId = upload?.status === 'done' ? upload.imageId : undefined;
    return { status: upload?.status, error, imageId, seen: [...new Set(seen)], shown };
  }, bytes);
}

async function storedIds() {
  return (await server.client.list()).images.map(({ id }) => id);
}

it('sends a small file without asking for permission first', async () => {
  const { status, imageId } = await uploadOne(40_000);
  expect(status).toBe('done');
  expect(await storedIds()).toEqual([imageId]);
  expect(server.preflights).toEqual([]);
});

it('shows the progress of a large file, which never goes back and is full at the end only', async () => {
  const { status, seen, shown } = await uploadOne(3_000_000);
  expect(status).toBe('done');
  expect(seen).toEqual(['queued', 'requesting', 'sending', 'finishing', 'done']);
  const fractions = shown.map(({ fraction }) => fraction);
  expect(fractions).toEqual(fractions.toSorted((one, other) => one - other));
  expect(fractions.filter((fraction) => fraction > 0 && fraction < 1).length).toBeGreaterThan(0);
  expect(fractions.at(-1)).toBe(1);
  expect(server.preflights).toHaveLength(1);
});

// Chromium may repeat a POST by itself when a connection dies: POSTs are not counted here.
it.each<[string, number, Fault[]]>([
  ['small, its answer lost', 40_000, [loseAnswer]],
  ['large, its answer lost', 1_000_000, [loseAnswer]],
  ['large, its answer lost twice', 1_000_000, [loseAnswer, loseAnswer]],
  ['small, cut', 40_000, [cut]],
  ['large, cut', 1_000_000, [cut]],
  ['large, 500', 1_000_000, [answer(500)]],
  ['large, 5550', 1_000_000, [serviceFailure(415, 5550)]],
])('stores a file once: %s', async (_case, bytes, faults) => {
  server.script('upload', ...faults);
  const { status, imageId } = await uploadOne(bytes);
  expect(status).toBe('done');
  expect(await storedIds()).toEqual([imageId]);
});

it('goes without progress where permission to listen is refused', async () => {
  server.script('preflight', answer(403), answer(403));
  const { status } = await uploadOne(1_000_000);
  expect(status).toBe('done');
  expect(server.preflights).toHaveLength(1);
  expect(await storedIds()).toHaveLength(1);
});

it('tells what Cloudflare refused', async () => {
  server.script('upload', serviceFailure(413, 5413));
  expect(await uploadOne(40_000)).toMatchObject({ status: 'failed', error: 'file-too-large' });
});

it('stops the request when it is canceled, and sends nothing more', async () => {
  server.script('upload', hang);
  await page.evaluate(() => {
    const engine = engineOfPage.createUploadEngine({ retryDelayMs: 10 });
    engine.add([engineOfPage.pngFile('dot.png', 1_000_000)]);
    Object.assign(globalThis, { engine });
  });
  await until(() => server.posts.length === 1);
  const failed = page.waitForEvent('requestfailed');
  await page.evaluate('engine.cancel()');
  expect((await failed).failure()?.errorText).toMatch(/ABORTED/);
  const before = server.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(server.calls).toHaveLength(before);
  expect(server.posts).toHaveLength(1);
});

it('writes nothing to the console', async () => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await uploadOne(1_000_000);
  expect(said).toEqual([]);
});
