import type { SendFile } from '../../src/upload/transport.js';

/** The transport of these tests: Node has no XMLHttpRequest. */
export const sendWithFetch: SendFile = async ({ url, file, signal, onProgress }) => {
  const form = new FormData();
  form.append('file', file, file.name);
  onProgress?.({ loadedBytes: file.size / 2, totalBytes: file.size });
  const answered = fetch(url, { method: 'POST', body: form, signal });
  onProgress?.({ loadedBytes: file.size, totalBytes: file.size });
  const response = await answered;
  return {
    status: response.status,
    body: await response.text(),
    header: (name) => response.headers.get(name),
  };
};
