import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { createDelivery, ImageGallery, UploadDropzone } from '../../src/index.js';

const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});

afterEach(() => {
  expect(complaints.mock.calls).toEqual([]);
});

test('the dropzone renders on a server, with its words and nothing in the list', () => {
  const html = renderToString(<UploadDropzone />);
  expect(html).toContain('Choose images');
  expect(html).toContain('up to 10 MB each');
  expect(html).not.toContain('<ul');
});

test('the gallery renders on a server, as places for tiles', () => {
  const delivery = createDelivery({ accountHash: 'local-hash' });
  const html = renderToString(<ImageGallery delivery={delivery} />);
  expect(html).toContain('cf-gallery-skeleton');
});
