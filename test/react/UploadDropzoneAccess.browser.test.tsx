import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { UploadDropzone } from '../../src/react/UploadDropzone.js';
import '../../src/styles.css';
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
import { findAxeViolations } from './find-axe-violations.js';

const cat = blankFile('cat.jpg', 4000, 'image/jpeg');
const dog = blankFile('dog.jpg', 6000, 'image/jpeg');
const scan = blankFile('scan.tiff', 9000, 'image/tiff');

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  delete document.body.dataset.theme;
});

function buttonNames(): (string | null)[] {
  return screen
    .queryAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent);
}

describe('buttons and focus', () => {
  test('each row has the buttons that make sense, named after its file', () => {
    const list = [uploading(cat, 'sending'), failed(dog, 'timeout'), rejected(scan, 'file-empty')];
    render(<UploadDropzone control={createScriptedControl(list)} />);
    expect(buttonNames()).toEqual([
      'Choose images',
      'Clear finished',
      'Cancel cat.jpg',
      'Retry dog.jpg',
      'Remove dog.jpg from the list',
      'Remove scan.tiff from the list',
    ]);
  });

  test('after removal focus goes to the next row, after the last one to the trigger', async () => {
    const list = [stored(cat), failed(dog, 'network'), stored(scan)];
    render(<UploadDropzone control={createScriptedControl(list)} />);
    screen.getByRole('button', { name: /Remove cat/ }).focus();
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Remove dog/);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Remove scan/);
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.textContent).toBe('Choose images');
    expect(screen.queryByRole('list')).toBeNull();
  });

  test('focus stays in the row when its button is replaced', async () => {
    const control = createScriptedControl([uploading(cat, 'sending'), uploading(dog, 'sending')]);
    render(<UploadDropzone control={control} />);
    screen.getByRole('button', { name: 'Cancel cat.jpg' }).focus();
    await userEvent.keyboard(' ');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Remove cat/);

    screen.getByRole('button', { name: 'Cancel dog.jpg' }).focus();
    const [, second] = control.getUploads();
    if (!second) throw new Error('no second upload');
    act(() => control.set([{ ...failed(dog, 'network'), uploadId: second.uploadId }]));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Retry dog.jpg');
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Cancel dog.jpg');
  });

  test('clearing takes off all that have ended and moves focus to the trigger', async () => {
    const control = createScriptedControl([stored(cat), uploading(dog, 'sending')]);
    render(<UploadDropzone control={control} />);
    screen.getByRole('button', { name: 'Clear finished' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(buttonNames()).toEqual(['Choose images', 'Cancel dog.jpg']);
    expect(document.activeElement?.textContent).toBe('Choose images');
  });
});

describe('what is read aloud', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  });
  const polite = () => screen.getByRole('status').textContent;
  const alarm = () => screen.getByRole('alert').textContent;

  test('the start, at most every ten seconds, and the end of a batch', () => {
    const control = createScriptedControl();
    render(<UploadDropzone control={control} />);
    expect(polite()).toBe('');
    const [a, b] = [uploading(cat, 'sending'), uploading(dog, 'sending')];
    act(() => control.set([a, b]));
    expect(polite()).toBe('Uploading 2 images.');

    control.setFraction(b.uploadId, 0.5);
    act(() => control.set([{ ...stored(cat), uploadId: a.uploadId }, b]));
    vi.advanceTimersByTime(9_900);
    expect(polite()).toBe('Uploading 2 images.');
    vi.advanceTimersByTime(200);
    expect(polite()).toBe('1 of 2 stored, 70 percent.');

    act(() =>
      control.set(
        control.getUploads().map((one) => ({ ...stored(one.file), uploadId: one.uploadId })),
      ),
    );
    expect(polite()).toBe('2 images stored.');
    expect(alarm()).toBe('');
    vi.advanceTimersByTime(60_000);
    expect(polite(), 'nothing ticks on').toBe('2 images stored.');
  });

  test('problems at once, and those of one moment in one message', () => {
    const control = createScriptedControl([queued(cat)]);
    render(<UploadDropzone control={control} />);
    const bad = ['a.bmp', 'b.bmp', 'c.bmp', 'd.bmp', 'e.bmp'].map((name) =>
      rejected(blankFile(name, 1), 'file-empty'),
    );
    for (let count = 1; count <= bad.length; count++) {
      act(() => control.set([...control.getUploads().slice(0, 1), ...bad.slice(0, count)]));
    }
    vi.advanceTimersByTime(300);
    expect(alarm()).toBe(
      'a.bmp: This file is empty. b.bmp: This file is empty. c.bmp: This file is empty. And 2 more.',
    );
    expect(polite()).toBe('Uploading 1 image.');
    act(() =>
      control.set([
        { ...failed(cat, 'network'), uploadId: control.getUploads()[0]?.uploadId ?? '' },
      ]),
    );
    vi.advanceTimersByTime(300);
    expect(alarm()).toBe('cat.jpg: The connection failed. Check it and try again.');
    expect(polite()).toBe('0 of 1 image stored, 1 failed.');
  });
});

describe('without barriers', () => {
  const states = {
    empty: [],
    'every state': [
      queued(cat),
      uploading(cat, 'requesting'),
      uploading(cat, 'sending'),
      uploading(cat, 'finishing'),
      uploading(dog, 'verifying'),
      uploading(dog, 'waiting', { reason: 'offline' }),
      stored(dog),
      failed(dog, 'network'),
      rejected(scan, 'file-type-refused', 'file-too-large'),
      canceled(cat),
    ],
  };
  test.each(Object.entries(states))('axe finds nothing: %s', async (_name, list) => {
    for (const theme of ['light', 'dark']) {
      document.body.dataset.theme = theme;
      const view = render(<UploadDropzone control={createScriptedControl(list)} maxBytes={9000} />);
      expect(await findAxeViolations(view.container), theme).toEqual([]);
      view.rerender(<UploadDropzone control={createScriptedControl(list)} disabled />);
      expect(await findAxeViolations(view.container), `${theme}, disabled`).toEqual([]);
      view.unmount();
    }
  });
});
