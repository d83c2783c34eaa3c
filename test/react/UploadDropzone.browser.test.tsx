import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { Profiler, StrictMode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { UploadDropzone } from '../../src/react/UploadDropzone.js';
import '../../src/styles.css';
import { paintSample, samples } from '../../stories/sample-image.js';
import {
  blankFile,
  canceled,
  failed,
  queued,
  rejected,
  stored,
  uploading,
} from '../../stories/sample-uploads.js';
import { createScriptedControl } from '../../stories/scripted-control.js';

const cat = blankFile('cat.jpg', 4000, 'image/jpeg');
const dog = blankFile('dog.jpg', 6000, 'image/jpeg');
const scan = blankFile('scan.tiff', 9000, 'image/tiff');

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function transfer(...files: File[]): DataTransfer {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  return data;
}

describe('choosing files', () => {
  test('the button opens the picker, and what is chosen is uploaded', async () => {
    const control = createScriptedControl();
    render(<UploadDropzone control={control} />);
    const input = screen.getByLabelText<HTMLInputElement>('Choose images', { selector: 'input' });
    const opened = vi.spyOn(input, 'click').mockImplementation(() => {});
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Choose images' }));
    await userEvent.keyboard('{Enter}');
    expect(opened).toHaveBeenCalledOnce();

    input.files = transfer(cat, dog).files;
    act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
    expect(control.calls).toEqual(['add cat.jpg dog.jpg']);
    expect(input.value, 'the same file can be chosen again').toBe('');
  });

  test('the input can be focused, is labelled and names what is accepted', () => {
    render(<UploadDropzone control={createScriptedControl()} accept="image/png,image/heic" />);
    const input = screen.getByLabelText<HTMLInputElement>('Choose images', { selector: 'input' });
    input.focus();
    expect(document.activeElement).toBe(input);
    expect(input.accept).toBe('image/png,image/heic,.heic,.heif');
    expect(input.multiple).toBe(true);
    expect(screen.getByText('PNG, HEIC')).toBeTruthy();
  });

  test('files are dropped, and hovering shows until they leave', () => {
    const control = createScriptedControl();
    render(<UploadDropzone control={control} />);
    const zone = screen.getByRole('region', { name: 'Upload images' });
    const drag = (type: string) => {
      const event = new DragEvent(type, {
        bubbles: true,
        cancelable: true,
        dataTransfer: transfer(cat),
      });
      act(() => void zone.dispatchEvent(event));
      return event;
    };
    expect(drag('dragover').defaultPrevented).toBe(true);
    expect(zone.dataset.state).toBe('over');
    drag('dragleave');
    expect(zone.dataset.state).toBe('idle');
    drag('dragover');
    expect(drag('drop').defaultPrevented).toBe(true);
    expect(zone.dataset.state).toBe('busy');
    expect(control.calls).toEqual(['add cat.jpg']);
  });

  test('files are pasted anywhere, once, but not into a text field or into another widget', () => {
    const first = createScriptedControl();
    const second = createScriptedControl();
    render(
      <>
        <UploadDropzone control={first} labels={{ region: 'First' }} />
        <UploadDropzone control={second} labels={{ region: 'Second' }} />
        <textarea aria-label="Notes" />
      </>,
    );
    const paste = (target: Element) =>
      act(() => {
        const clipboardData = transfer(cat);
        const event = { bubbles: true, cancelable: true, composed: true, clipboardData };
        target.dispatchEvent(new ClipboardEvent('paste', event));
      });
    paste(document.body);
    expect([first.calls, second.calls]).toEqual([['add cat.jpg'], []]);
    paste(screen.getByRole('region', { name: 'Second' }));
    expect([first.calls.length, second.calls.length]).toEqual([1, 1]);
    paste(screen.getByLabelText('Notes'));
    expect([first.calls.length, second.calls.length]).toEqual([1, 1]);
  });

  test('one at a time says what it left out', () => {
    const control = createScriptedControl();
    render(<UploadDropzone control={control} multiple={false} />);
    const zone = screen.getByRole('region');
    const drop = { bubbles: true, cancelable: true, dataTransfer: transfer(cat, dog) };
    act(() => void zone.dispatchEvent(new DragEvent('drop', drop)));
    expect(control.calls).toEqual(['add cat.jpg']);
    expect(screen.getByText('Only one image at a time: 1 image left out.')).toBeTruthy();
  });

  test('disabled takes nothing, and keeps a dropped file from replacing the page', () => {
    const control = createScriptedControl();
    render(<UploadDropzone control={control} disabled />);
    const drop = { bubbles: true, cancelable: true, dataTransfer: transfer(cat) };
    const event = new DragEvent('drop', drop);
    act(() => void screen.getByRole('region').dispatchEvent(event));
    expect(event.defaultPrevented).toBe(true);
    expect(control.calls).toEqual([]);
    expect(screen.getByRole<HTMLButtonElement>('button').disabled).toBe(true);
    expect(screen.getByText('Not available at the moment')).toBeTruthy();
  });
});

describe('what is shown', () => {
  test('each state has words of its own', () => {
    const list = [
      queued(cat),
      uploading(cat, 'preparing'),
      uploading(cat, 'requesting'),
      uploading(cat, 'sending'),
      uploading(cat, 'finishing'),
      uploading(cat, 'verifying'),
      uploading(cat, 'waiting', { reason: 'retry', until: Date.now() + 2900 }),
      uploading(cat, 'waiting', { reason: 'offline' }),
      stored(cat),
      failed(cat, 'network'),
      rejected(scan, 'file-type-refused', 'file-too-large'),
      canceled(cat),
    ];
    const control = createScriptedControl(list, { [list[3]?.uploadId ?? '']: 0.5 });
    render(<UploadDropzone control={control} accept="image/png" maxBytes={2048} />);
    const words = screen
      .getAllByRole('listitem')
      .filter((item) => item.matches('.cf-upload-item'))
      .map((item) =>
        [
          ...item.querySelectorAll(
            '.cf-upload-status :is(span, li), .cf-upload-status:not(:has(*))',
          ),
        ]
          .map((line) => line.textContent)
          .join(' / '),
      );
    expect(words).toEqual([
      'Waiting for its turn',
      'Preparing',
      'Asking permission',
      '50% \u00b7 2 kB of 4 kB',
      'All sent, waiting for Cloudflare',
      'Checking whether it arrived',
      'Trying again in 3 s',
      'No connection. It goes on when you are back online',
      'Stored \u00b7 4 kB',
      'The connection failed. Check it and try again.',
      'This kind of file is not accepted. Choose PNG. / Too large: 9 kB. The limit is 2 kB.',
      'Canceled',
    ]);
    expect(screen.getByText('1 of 12 stored, 1 failed, 1 not accepted')).toBeTruthy();
  });

  test('bars are named after their file, and no render is needed for them to move', async () => {
    const list = [uploading(cat, 'sending'), uploading(dog, 'sending')];
    const control = createScriptedControl(list);
    let renders = 0;
    render(
      <Profiler id="upload" onRender={() => renders++}>
        <UploadDropzone control={control} />
      </Profiler>,
    );
    const before = renders;
    const bar = screen.getByRole('progressbar', { name: 'Upload of dog.jpg' });
    expect(bar.getAttribute('aria-valuenow')).toBe('0');
    control.setFraction(list[1]?.uploadId ?? '', 0.42);
    await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('42'));
    expect(bar.style.getPropertyValue('--fraction')).toBe('0.42');
    expect(bar.getAttribute('aria-valuetext')).toBe('42% \u00b7 2 kB of 6 kB');
    expect(screen.getByText('42% \u00b7 2 kB of 6 kB')).toBeTruthy();
    expect(renders).toBe(before);
  });

  test('a bar is not full before the image is stored, whatever was sent', async () => {
    const upload = uploading(cat, 'finishing');
    const control = createScriptedControl([upload], { [upload.uploadId]: 0.9999 });
    render(<UploadDropzone control={control} />);
    const bar = screen.getByRole('progressbar');
    expect(bar.getAttribute('aria-valuenow')).toBe('99');
    const filled = Number.parseFloat(getComputedStyle(bar, '::after').inlineSize);
    expect(filled).toBeLessThan(bar.clientWidth - 4);
  });

  test('thumbnails show what a browser can show, and free every object URL', async () => {
    const made = vi.spyOn(URL, 'createObjectURL');
    const freed = vi.spyOn(URL, 'revokeObjectURL');
    const [first, second] = await Promise.all(samples.slice(0, 2).map(paintSample));
    if (!first || !second) throw new Error('no samples');
    const svg = blankFile('drawing.svg', 90, 'image/svg+xml');
    const heic = blankFile('photo.heic', 90, 'image/heic');
    const control = createScriptedControl([first, second, svg, heic].map(queued));
    const view = render(
      <StrictMode>
        <UploadDropzone control={control} />
      </StrictMode>,
    );
    const states = () =>
      [...document.querySelectorAll<HTMLElement>('.cf-upload-thumbnail')].map(
        (thumbnail) => thumbnail.dataset.state,
      );
    expect(states()).toEqual(['image', 'image', 'file', 'file']);
    await waitFor(() =>
      expect(document.querySelector('img')?.naturalWidth).toBe(first.size && 1200),
    );
    act(() => control.remove(control.getUploads()[0]?.uploadId ?? ''));
    expect(states()).toEqual(['image', 'file', 'file']);
    view.unmount();
    expect(made.mock.calls.length).toBeGreaterThan(0);
    expect(freed.mock.calls.map(([url]) => url).sort()).toEqual(
      made.mock.results.map(({ value }) => value).sort(),
    );
  });

  test('a file that only says it is a picture falls back to the icon', async () => {
    render(<UploadDropzone control={createScriptedControl([queued(cat)])} />);
    await waitFor(() => {
      const thumbnail = document.querySelector<HTMLElement>('.cf-upload-thumbnail');
      expect(thumbnail?.dataset.state).toBe('file');
    });
  });

  test('every word can be replaced', () => {
    const labels = {
      choose: () => 'Bilder wählen',
      clear: 'Fertige entfernen',
      error: () => 'Die Verbindung ist abgebrochen.',
    };
    render(
      <UploadDropzone control={createScriptedControl([failed(cat, 'network')])} labels={labels} />,
    );
    expect(screen.getByRole('button', { name: 'Bilder wählen' })).toBeTruthy();
    expect(screen.getByText('Die Verbindung ist abgebrochen.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Fertige entfernen' })).toBeTruthy();
  });
});

describe('on the emulator', () => {
  test('refused files are shown while the others go on, and are stored', async () => {
    const onStored = vi.fn();
    const onRejected = vi.fn();
    render(<UploadDropzone onStored={onStored} onRejected={onRejected} />);
    const photos = await Promise.all(samples.slice(0, 2).map(paintSample));
    const files = [photos[0], scan, photos[1]].filter((file) => file !== undefined);
    const input = screen.getByLabelText<HTMLInputElement>('Choose images', { selector: 'input' });
    input.files = transfer(...files).files;
    act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
    await screen.findByText('2 of 3 stored, 1 not accepted', {}, { timeout: 8_000 });
    const rows = within(screen.getByRole('list', { name: 'Uploads' }));
    expect(rows.getByText(/^This kind of file is not accepted/)).toBeTruthy();
    expect(rows.getAllByText(/^Stored/)).toHaveLength(2);
    expect(onStored).toHaveBeenCalledTimes(2);
    expect(onRejected).toHaveBeenCalledOnce();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });
});
