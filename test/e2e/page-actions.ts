import type { Page } from 'playwright';
import type { TestPhoto } from './test-photos.js';

export interface ShownImage {
  currentSrc: string;
  srcset: string;
  /** CSS pixels. */
  box: number;
  /** Pixels of the file itself: `naturalWidth` of the element is divided by its density. */
  fileWidth: number;
}

/** Drops files onto the upload widget, all in one gesture. */
export async function dropFiles(page: Page, photos: readonly TestPhoto[]): Promise<void> {
  await page.evaluate(() => {
    const carrier = Object.assign(document.createElement('input'), {
      type: 'file',
      multiple: true,
      id: 'carrier',
      hidden: true,
    });
    document.body.append(carrier);
  });
  await page
    .locator('#carrier')
    .setInputFiles(
      photos.map(({ name, type, bytes }) => ({ name, mimeType: type, buffer: bytes })),
    );
  await page.evaluate(() => {
    const carrier = document.querySelector<HTMLInputElement>('#carrier');
    const zone = document.querySelector('.cf-upload');
    if (!carrier?.files || !zone) throw new Error('nothing to drop, or nowhere');
    const dataTransfer = new DataTransfer();
    for (const file of carrier.files) dataTransfer.items.add(file);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }
    carrier.remove();
  });
}

export const galleryImages = 'main img[srcset]';

/** The pictures that have loaded, as the browser chose them. */
export function shownImages(page: Page, selector = galleryImages): Promise<ShownImage[]> {
  return page.locator(selector).evaluateAll(async (images) => {
    const loaded = (images as HTMLImageElement[]).filter(
      (image) => image.complete && image.naturalWidth > 0,
    );
    return Promise.all(
      loaded.map(async (image) => {
        const probe = new Image();
        probe.src = image.currentSrc;
        await probe.decode();
        return {
          currentSrc: image.currentSrc,
          srcset: image.srcset,
          box: Math.round(image.getBoundingClientRect().width),
          fileWidth: probe.naturalWidth,
        };
      }),
    );
  });
}

/** Writes down every value that a progress bar shows; call the result to read them. */
export async function recordProgress(page: Page) {
  await page.evaluate(() => {
    const seen: { name: string; value: number; state: string }[] = [];
    Object.assign(window, { seenProgress: seen });
    const note = (bar: Element) =>
      seen.push({
        name: bar.getAttribute('aria-label') ?? '',
        value: Number(bar.getAttribute('aria-valuenow')),
        state: bar.getAttribute('data-state') ?? '',
      });
    new MutationObserver((changes) => {
      for (const { target, attributeName } of changes) {
        if (attributeName === 'aria-valuenow') note(target as Element);
      }
    }).observe(document.body, { subtree: true, attributes: true });
  });
  return () =>
    page.evaluate(
      () =>
        (window as unknown as { seenProgress: { name: string; value: number; state: string }[] })
          .seenProgress,
    );
}
