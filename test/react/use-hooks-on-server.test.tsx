import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { CfImagesProvider } from '../../src/react/CfImagesProvider.js';
import { useDeleteImage } from '../../src/react/useDeleteImage.js';
import { useDirectUpload } from '../../src/react/useDirectUpload.js';
import { useImages } from '../../src/react/useImages.js';
import { useUploadProgress } from '../../src/react/useUploadProgress.js';

function Everything() {
  const { control, uploads, status } = useDirectUpload();
  const { fraction } = useUploadProgress(control);
  const { images, isLoading } = useImages();
  const { isDeleting } = useDeleteImage();
  return <p>{JSON.stringify({ uploads, status, fraction, images, isLoading, isDeleting })}</p>;
}

it.each([true, false])('renders on a server and asks nobody (with a provider: %s)', (provided) => {
  const fetch = vi.fn();
  const error = vi.spyOn(console, 'error');
  const html = renderToString(
    provided ? (
      <CfImagesProvider fetch={fetch}>
        <Everything />
      </CfImagesProvider>
    ) : (
      <Everything />
    ),
  );
  expect(JSON.parse(html.replace(/<.*?>/g, '').replaceAll('&quot;', '"'))).toEqual({
    uploads: [],
    status: 'idle',
    fraction: 0,
    images: [],
    isLoading: true,
    isDeleting: false,
  });
  expect(fetch).not.toHaveBeenCalled();
  expect(error).not.toHaveBeenCalled();
});
