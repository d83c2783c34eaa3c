import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { isImagesError, UploadDropzone, type UploadDropzoneProps } from '../../src/index.js';
import { paintSample, type SampleImage, samples } from '../../stories/sample-image.js';

afterEach(cleanup);

async function drop(files: readonly File[], props: Partial<UploadDropzoneProps> = {}) {
  render(<UploadDropzone {...(props as UploadDropzoneProps)} />);
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  screen
    .getByRole('region', { name: 'Upload images' })
    .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  await screen.findByText(files[0]?.name ?? '');
}

function row(name: string) {
  return screen.getByText(name).closest('li') as HTMLElement;
}

test('files that cannot become images are refused in words, and the good one is stored', async () => {
  const good = await paintSample(samples[0] as SampleImage);
  const wide = new Uint8Array(33);
  wide.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(wide.buffer).setUint32(16, 13_000);
  new DataView(wide.buffer).setUint32(20, 100);
  const big = new Uint8Array(11 * 1024 * 1024);
  big.set([0xff, 0xd8, 0xff, 0xe0]);
  const onRejected = vi.fn();
  await drop(
    [
      new File(['%PDF-1.7 not a photo'], 'invoice.jpg', { type: 'image/jpeg' }),
      new File([], 'empty.png', { type: 'image/png' }),
      new File([big], 'big.jpg', { type: 'image/jpeg' }),
      new File([wide], 'wide.png', { type: 'image/png' }),
      good,
    ],
    { onRejected },
  );
  await waitFor(() => expect(row(good.name).dataset.state).toBe('done'), { timeout: 10_000 });
  const told = (name: string) => row(name).textContent;
  expect(told('invoice.jpg')).toContain('This kind of file is not accepted.');
  expect(told('empty.png')).toContain('This file is empty.');
  expect(told('big.jpg')).toContain('Too large');
  expect(told('wide.png')).toContain('the limit is 12,000 pixels a side');
  const codes = onRejected.mock.calls.map(([{ reasons }]) => reasons[0].code).sort();
  expect(codes).toEqual([
    'file-empty',
    'file-too-large',
    'file-type-refused',
    'image-dimensions-exceeded',
  ]);
});

test.each([
  ['wrong-token', 'token-refused', 'Images are not set up correctly on this site.'],
  ['wrong-account', 'account-mismatch', 'Images are not set up correctly on this site.'],
  ['denied', 'unauthorized', 'You are not allowed to do this.'],
  ['expired', 'upload-link-gone', 'The permission to upload ran out.'],
])('a server with the fault "%s" is told as %s', async (fault, code, words) => {
  const file = await paintSample(samples[0] as SampleImage);
  const onFailed = vi.fn();
  await drop([file], { endpoint: `/failing/${fault}`, onFailed, retryDelayMs: 20 });
  await waitFor(() => expect(row(file.name).dataset.state).toBe('failed'), { timeout: 10_000 });
  expect(row(file.name).textContent).toContain(words);
  const [{ error }] = onFailed.mock.calls[0] as [{ error: unknown }];
  expect(isImagesError(error, code as never), `${error}`).toBe(true);
  expect(String((error as Error).message)).not.toMatch(/https?:|revoked/);
  within(row(file.name)).getByRole('button', { name: `Retry ${file.name}` });
});
