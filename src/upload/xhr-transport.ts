import { ImagesError } from '../protocol/images-error.js';
import type { SendFile } from './transport.js';

// A listener on the upload turns the simple POST into a preflighted one: an OPTIONS for every
// one-time URL. Below this size there is one useless event to win for it.
const progressFromBytes = 256 * 1024;

/**
 * The transport of the browser. XMLHttpRequest because fetch tells nothing about the bytes it
 * sends, and its streamed bodies fail over HTTP/1.1. No header is set by hand: the upload host
 * refuses any, and `Content-Type` would lose its boundary.
 */
export const sendWithXhr: SendFile = ({ url, file, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const xhr = new XMLHttpRequest();
    const abort = () => xhr.abort();
    xhr.open('POST', url);
    if (onProgress && file.size >= progressFromBytes) {
      xhr.upload.onprogress = (event) =>
        onProgress({ loadedBytes: event.loaded, totalBytes: event.total });
    }
    xhr.onload = () =>
      resolve({
        status: xhr.status,
        body: xhr.responseText,
        // From all of them at once, because asking for one that the server does not expose
        // writes a warning to the console.
        header: (name) =>
          new RegExp(`^${name}: (.*)`, 'im').exec(xhr.getAllResponseHeaders())?.[1] ?? null,
      });
    xhr.onabort = () => reject(signal.reason);
    xhr.onerror = () =>
      reject(new ImagesError('network', `No answer to the upload of ${file.name}.`));
    xhr.onloadend = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    const form = new FormData();
    form.append('file', file, file.name);
    xhr.send(form);
  });
