import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.js';
import { type DemoServer, startDemo } from './demo-server.js';
import { dropFiles, galleryImages, recordProgress, shownImages } from './page-actions.js';
import { makeTestPhotos, type TestPhoto } from './test-photos.js';

let folder: string;
let demo: DemoServer;
let browser: Browser;
let photos: TestPhoto[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cf-images-demo-'));
  [demo, browser, photos] = await Promise.all([
    startDemo(folder),
    launchBrowser(),
    makeTestPhotos(),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function openDemo(width: number, density: number): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: density,
  });
  const page = await context.newPage();
  await page.goto(demo.origin);
  return page;
}

// The steps build on each other: one photo travels the whole way.
test('three photographs dropped together upload with honest progress and appear without a reload', async () => {
  const page = await openDemo(1200, 1);
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.getByText('No pictures yet').waitFor();

  // Slow enough to see progress, as a connection outside this machine would be.
  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 20,
    downloadThroughput: -1,
    uploadThroughput: 3_000_000,
  });
  const progress = await recordProgress(page);
  await dropFiles(page, photos);
  await page.getByText('3 of 3 stored').waitFor({ timeout: 60_000 });
  await page.getByText('3 pictures', { exact: true }).waitFor();
  await expect.poll(async () => (await shownImages(page)).length).toBe(3);

  const seen = await progress();
  for (const { name } of photos) {
    const shown = seen.filter((entry) => entry.name.includes(name));
    const values = shown.map(({ value }) => value);
    expect(new Set(values).size, `progress of ${name}: ${values}`).toBeGreaterThan(3);
    expect(values, 'never goes back').toEqual([...values].sort((a, b) => a - b));
    const early = shown.filter(({ value, state }) => value === 100 && state !== 'done');
    expect(early, 'never full before Cloudflare has answered').toEqual([]);
  }
  expect(problems).toEqual([]);
  await page.context().close();
});

test.each([
  [360, 1],
  [360, 2],
  [1440, 1],
  [1440, 2],
])('a %i px window at density %i gets files of the promised width', async (width, density) => {
  const page = await openDemo(width, density);
  await page.getByText('3 pictures', { exact: true }).waitFor();
  const count = await page.locator(galleryImages).count();
  expect(count).toBe(3);
  for (let index = 0; index < count; index++) {
    await page.locator(galleryImages).nth(index).scrollIntoViewIfNeeded();
  }
  await expect.poll(async () => (await shownImages(page)).length).toBe(3);
  await expect.poll(async () => (await shownImages(page, 'img.hero-picture')).length).toBe(1);
  const sources = await shownImages(page, `${galleryImages}, img.hero-picture`);
  expect(sources).toHaveLength(4);
  for (const { currentSrc, srcset, box, fileWidth } of sources) {
    const promised = Number(
      srcset
        .split(', ')
        .find((entry) => new URL(entry.split(' ')[0] as string, demo.origin).href === currentSrc)
        ?.match(/ (\d+)w$/)?.[1],
    );
    expect(fileWidth, `naturalWidth of ${currentSrc}`).toBe(promised);
    const answer = await fetch(currentSrc, { headers: { accept: 'image/webp,*/*' } });
    const file = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect(file.width, `width of the file at ${currentSrc}`).toBe(promised);
    // Sharp enough for the box it is shown in, unless the ladder or the original ends first.
    expect(promised, `for a box of ${box} px`).toBeGreaterThanOrEqual(
      Math.min(box * density, 1400),
    );
  }
  await page.context().close();
});

test('a deleted picture is gone from the list and from delivery', async () => {
  const page = await openDemo(1200, 1);
  await page.getByText('3 pictures', { exact: true }).waitFor();
  const [source] = await shownImages(page);
  const url = source?.currentSrc as string;
  expect((await fetch(url)).status).toBe(200);
  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^(Yes|Delete)/ })
    .first()
    .click();
  await page.getByText('2 pictures', { exact: true }).waitFor();
  await expect.poll(async () => (await fetch(url)).status).toBe(404);
  const list = await (await fetch(`${demo.origin}/api/images/images`)).json();
  expect(list.images).toHaveLength(2);
  await page.context().close();
});

test('after a restart of the server the two others are still there', async () => {
  await demo.stop();
  demo = await startDemo(folder);
  const page = await openDemo(1200, 1);
  await page.getByText('2 pictures', { exact: true }).waitFor();
  await expect.poll(async () => (await shownImages(page)).length).toBe(2);
  await page.context().close();
});
