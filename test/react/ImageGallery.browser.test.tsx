import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ImageRecord } from '../../src/protocol/image-record.js';
import { ImagesError } from '../../src/protocol/images-error.js';
import { CfImagesProvider } from '../../src/react/CfImagesProvider.js';
import { ImageGallery } from '../../src/react/ImageGallery.js';
import '../../src/styles.css';
import { delivery } from '../../stories/local-delivery.js';
import { samples } from '../../stories/sample-image.js';
import { record } from '../../stories/sample-uploads.js';
import { scriptedList } from '../../stories/scripted-list.js';
import { seedImages } from '../../stories/seed-images.js';
import { findAxeViolations } from './find-axe-violations.js';

afterEach(() => {
  cleanup();
  delete document.body.dataset.theme;
});

const three = ['one.jpg', 'two.jpg', 'three.jpg'].map((name) => record(name, name));

function names(): (string | null)[] {
  return [...document.querySelectorAll('.cf-gallery-item img')].map((image) =>
    image.getAttribute('alt'),
  );
}

async function press(name: string | RegExp): Promise<void> {
  screen.getByRole('button', { name }).focus();
  await userEvent.keyboard('{Enter}');
}

describe('on the emulator', () => {
  beforeAll(async () => {
    await seedImages(samples.slice(0, 3));
  });

  test('shows the images as square tiles, each no wider than its tile needs', async () => {
    render(<ImageGallery delivery={delivery} />);
    const image = await screen.findByAltText<HTMLImageElement>('harbour.jpg');
    await waitFor(() => expect(image.naturalWidth).toBeGreaterThan(0));
    const box = image.getBoundingClientRect();
    expect(Math.round(box.width)).toBe(Math.round(box.height));
    expect(getComputedStyle(image).objectFit).toBe('cover');
    expect(image.srcset).toContain('fit=crop');
    expect(screen.queryByRole('button'), 'not deletable unless told').toBeNull();
  });

  test('deletes after asking, with the keyboard alone, and goes on at the next image', async () => {
    render(<ImageGallery delivery={delivery} deletable />);
    await screen.findByAltText('harbour.jpg');
    const before = names();
    const [first, second] = before;

    await press(`Delete ${first}`);
    expect(document.activeElement?.textContent, 'the harmless answer is focused').toBe('Keep');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Delete ${first}`);
    expect(names()).toEqual(before);

    await userEvent.keyboard('{Enter}');
    await userEvent.tab();
    expect(document.activeElement?.textContent).toBe('Delete');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(names()).toEqual(before.slice(1)));
    expect(document.activeElement?.getAttribute('aria-label')).toBe(`Delete ${second}`);
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(`${first} deleted`));

    const answer = await fetch('/api/images/images?limit=10');
    const { images } = (await answer.json()) as { images: ImageRecord[] };
    expect(images.map(({ filename }) => filename)).not.toContain(first);
  });

  test('an image that cannot be shown says so', async () => {
    render(<ImageGallery delivery={delivery} list={scriptedList([record('gone', 'gone.jpg')])} />);
    expect(await screen.findByRole('img', { name: 'gone.jpg. Cannot be shown' })).toBeTruthy();
  });

  test('a list that cannot be loaded says why', async () => {
    render(
      <CfImagesProvider endpoint="/no-such-place">
        <ImageGallery delivery={delivery} />
      </CfImagesProvider>,
    );
    expect(await screen.findByText('The images could not be loaded')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Retry' })).toBeTruthy();
  });
});

describe('states', () => {
  test('keeps the place of the tiles while the first page is on its way, and says how many there are', async () => {
    const view = render(
      <ImageGallery delivery={delivery} list={scriptedList([], { isLoading: true })} />,
    );
    const skeleton = document.querySelector('.cf-gallery-skeleton')?.getBoundingClientRect();
    view.rerender(<ImageGallery delivery={delivery} list={scriptedList(three)} />);
    const tile = document.querySelector('.cf-gallery-item')?.getBoundingClientRect();
    expect(tile?.toJSON()).toEqual(skeleton?.toJSON());
    // A second after the last one came.
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('3 images shown'), {
      timeout: 5000,
    });
  });

  test('an id that no URL can hold is one broken tile, not a broken page', () => {
    const odd = { ...three[0]!, id: '..', filename: 'odd.png' };
    render(<ImageGallery delivery={delivery} list={scriptedList([odd, three[1]!])} />);
    expect(screen.getByRole('img', { name: /^odd\.png\. / })).toBeTruthy();
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  test('says that there is nothing', () => {
    render(<ImageGallery delivery={delivery} list={scriptedList([])} labels={{ empty: 'Leer' }} />);
    expect(screen.getByText('Leer')).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });

  test('an error has words and a way on', async () => {
    const refresh = vi.fn(() => Promise.resolve());
    const error = new ImagesError('network', 'GET /images: no answer');
    render(<ImageGallery delivery={delivery} list={scriptedList([], { error, refresh })} />);
    expect(screen.getByRole('alert').textContent).toContain('The connection failed.');
    await press('Retry');
    expect(refresh).toHaveBeenCalledOnce();
  });

  test('when the last page has come, focus goes on at its first image', async () => {
    function Paged() {
      const [all, setAll] = useState(false);
      const list = scriptedList(all ? three : three.slice(0, 1), {
        hasMore: !all,
        loadMore: async () => setAll(true),
      });
      return <ImageGallery delivery={delivery} list={list} />;
    }
    render(<Paged />);
    await press('Show more');
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    expect(document.activeElement).toBe(document.querySelectorAll('.cf-gallery-item')[1]);
  });

  test('a deletion that fails keeps the image and says why', async () => {
    const onDelete = () => Promise.reject(new ImagesError('unauthorized', 'no'));
    render(<ImageGallery delivery={delivery} list={scriptedList(three)} onDelete={onDelete} />);
    await press('Delete two.jpg');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'two.jpg was not deleted. You are not allowed to do this. You may have to sign in again.',
    );
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Delete two.jpg');
  });

  test('after the last image is deleted, focus stays in the gallery', async () => {
    function Own() {
      const [images, setImages] = useState<readonly ImageRecord[]>(three.slice(0, 1));
      return (
        <ImageGallery
          delivery={delivery}
          list={scriptedList(images)}
          onDelete={async () => setImages([])}
        />
      );
    }
    render(<Own />);
    await press('Delete one.jpg');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await screen.findByText('No images yet');
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Images' }));
  });

  test('tiles can be drawn by the app, and named by it', () => {
    render(
      <ImageGallery
        delivery={delivery}
        list={scriptedList(three)}
        renderItem={({ filename }) => <a href="#big">{filename}</a>}
      />,
    );
    expect(screen.getByRole('link', { name: 'two.jpg' })).toBeTruthy();
    cleanup();
    render(
      <ImageGallery delivery={delivery} list={scriptedList(three)} alt={() => 'A mountain'} />,
    );
    expect(screen.getAllByAltText('A mountain')).toHaveLength(3);
  });

  test('axe finds nothing in any state', async () => {
    const error = new ImagesError('network', 'no answer');
    const states = {
      loading: scriptedList([], { isLoading: true }),
      empty: scriptedList([]),
      failed: scriptedList([], { error }),
      'failed later': scriptedList(three, { error, hasMore: true }),
      shown: scriptedList(three, { hasMore: true }),
      'loading more': scriptedList(three, { hasMore: true, isLoadingMore: true }),
    };
    for (const theme of ['light', 'dark']) {
      document.body.dataset.theme = theme;
      for (const [name, list] of Object.entries(states)) {
        const view = render(
          <ImageGallery delivery={delivery} list={list} onDelete={() => Promise.resolve()} />,
        );
        const ask = screen.queryByRole('button', { name: 'Delete two.jpg' });
        act(() => ask?.click());
        expect(await findAxeViolations(view.container), `${name}, ${theme}`).toEqual([]);
        view.unmount();
      }
    }
  });
});
