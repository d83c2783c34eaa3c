import axe from 'axe-core';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedEmulator, serveEmulator } from '../../../src/dev.js';
import { launchBrowser } from '../../e2e/browser.js';
import { samplePng } from '../sample-image.js';
import { uploadForm } from '../upload-form.js';

let browser: Browser;
let emulator: ServedEmulator;

beforeAll(async () => {
  [browser, emulator] = await Promise.all([launchBrowser(), serveEmulator()]);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await emulator?.close();
});

const hostile = '<img src=x onerror="document.title=1">.png';

async function send(path: string, form: FormData): Promise<{ result: { id: string } }> {
  const { origin, accountId, token } = emulator;
  const response = await fetch(`${origin}/client/v4/accounts/${accountId}/images/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { result: { id: string } };
}

async function open(): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(`${emulator.origin}/__cf-images/`);
  return { page, problems };
}

// One story: an empty account, uploads that appear, a look inside, a URL that works.
test('shows an account as it fills, and copies a signed URL that works', async () => {
  const { page, problems } = await open();
  await page.getByText('No images yet').waitFor();

  const large = await samplePng({ width: 400, height: 300, color: '#2c5d9b' });
  await send('v1', uploadForm({ file: large, requireSignedURLs: 'true' }, hostile));
  const metadata = JSON.stringify({ note: '<b onclick=alert(1)>' });
  await send('v1', uploadForm({ id: 'cats/1', metadata, file: await samplePng() }, 'cat.png'));
  await send('v2/direct_upload', uploadForm({ id: 'promised', creator: 'ann' }));

  await page.getByRole('button', { name: /cat\.png.*PNG.*8 × 6/ }).waitFor();
  await page.getByRole('button', { name: /promised.*link ends in (30|29) minutes/ }).waitFor();
  await expect.poll(() => shownPictures(page, '.card img')).toBe(2);

  // A file name is text wherever it stands.
  const card = page.getByRole('button', { name: hostile });
  await card.waitFor();
  await card.click();
  const dialog = page.getByRole('dialog', { name: hostile });
  await dialog.getByText('Private', { exact: true }).waitFor();
  await dialog.getByText('400 × 300, ').last().waitFor();
  expect(await shownPictures(page, 'dialog img')).toBe(1);

  await dialog.getByLabel('Signed URLs end in').selectOption('1 minute');
  await dialog.getByRole('button', { name: 'Copy signed URL' }).click();
  await dialog.getByText(/^Copied the signed URL of public\. It ends in 1 minute/).waitFor();
  const url = await page.evaluate(() => navigator.clipboard.readText());
  expect((await fetch(url)).status).toBe(200);
  expect((await fetch(url.replace(/&sig=.*/, ''))).status).toBe(403);
  expect(await dialog.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(url);

  // Closing hands the focus back, and what is text in one place is text in all.
  await page.keyboard.press('Escape');
  expect(await card.evaluate((node) => node === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: /cat\.png/ }).click();
  await page.getByText('{ "note": "<b onclick=alert(1)>" }').waitFor();
  await page.getByRole('button', { name: 'Copy URL' }).click();
  await page.getByText('Copied the URL of public.').waitFor();
  const plain = await page.evaluate(() => navigator.clipboard.readText());
  expect(plain).toBe(`${emulator.origin}/imagedelivery.net/local-hash/cats/1/public`);
  expect((await fetch(plain)).status).toBe(200);
  await page.keyboard.press('Escape');

  expect(await page.title()).toBe('Inspector, Cloudflare Images emulator');
  expect(problems).toEqual([]);
  await page.context().close();
}, 60_000);

test('goes on by itself and leaves the reader where they are', async () => {
  const { page, problems } = await open();
  await page.getByRole('link', { name: 'Requests' }).click();
  await fetch(`${emulator.origin}/imagedelivery.net/local-hash/cats/1/nothing`);
  const row = page.getByRole('listitem').filter({ hasText: '/local-hash/cats/1/nothing' });
  await row.getByText('403').waitFor();
  const node = await row.elementHandle();

  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByText('public', { exact: true }).waitFor();
  const advance = page.getByRole('button', { name: '+ 1 hour' });
  await advance.focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^The clock now says/).waitFor();
  await page.getByText('1 hour ahead').first().waitFor();

  // A refresh later: the same node, the same focus, and the draft's link has ended.
  await page.waitForResponse((response) => response.url().includes('/state'));
  expect(await advance.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await node?.evaluate((element) => element.isConnected)).toBe(true);
  await page.getByRole('link', { name: 'Images' }).click();
  await page.getByRole('button', { name: /promised.*link has ended/ }).waitFor();
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('button', { name: 'Back to the present' }).click();
  await page.getByText('Back in the present.').waitFor();
  expect(problems).toEqual([]);
  await page.context().close();
}, 60_000);

test('says so when it cannot copy, when an open image is gone, and when the emulator is', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: /cat\.png/ }).click();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await page.getByRole('button', { name: 'Copy URL' }).click();
  await page.getByText(/did not let us copy\. Here it is: http.*\/cats\/1\/public$/).waitFor();
  const { origin, accountId, token } = emulator;
  await fetch(`${origin}/client/v4/accounts/${accountId}/images/v1/cats%2F1`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
  await page.getByText(/^This image is not there any more/).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.route('**/state?*', (route) => route.abort());
  await page.getByRole('alert').getByText('The emulator does not answer').waitFor();
  await page.unroute('**/state?*');
  await page.getByText('Live', { exact: true }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.context().close();
}, 60_000);

test.each(['light', 'dark'] as const)(
  'breaks no rule of accessibility in %s',
  async (scheme) => {
    // The rules come in as a script, which the page itself would not let in.
    const context = await browser.newContext({ colorScheme: scheme, bypassCSP: true });
    const page = await context.newPage();
    const check = async (what: string) => {
      const { violations } = await page.evaluate<{ violations: { id: string }[] }>('axe.run()');
      expect(violations.map(({ id }) => `${id} in ${what}`)).toEqual([]);
    };
    await page.goto(`${emulator.origin}/__cf-images/`);
    await page.evaluate(axe.source);
    await page.getByRole('button', { name: hostile }).waitFor();
    await check('images');
    await page.getByRole('button', { name: hostile }).click();
    await page.getByRole('button', { name: 'Copy signed URL' }).click();
    await page.getByText('Copied the signed URL').waitFor();
    await check('detail');
    await page.keyboard.press('Escape');
    for (const section of ['Requests', 'Account']) {
      await page.getByRole('link', { name: section }).click();
      await check(section);
    }
    await context.close();
  },
  60_000,
);

function shownPictures(page: Page, selector: string): Promise<number> {
  return page
    .locator(selector)
    .evaluateAll(
      (nodes) => nodes.filter((node) => (node as HTMLImageElement).naturalWidth > 0).length,
    );
}
