import { act, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import { CfImagesProvider } from '../../src/react/CfImagesProvider.js';
import { useDirectUpload } from '../../src/react/useDirectUpload.js';
import { useUploadProgress } from '../../src/react/useUploadProgress.js';
import type { SendFile } from '../../src/upload/transport.js';
import { pngFile } from '../upload/sample-files.js';
import { createFakeHandler } from './fake-handler.js';
import { createWrapper, expectQuietConsole } from './hook-scene.js';

expectQuietConsole();

it('uploads, and tells the app in its latest words', async () => {
  const handler = createFakeHandler();
  const heard: string[] = [];
  const { result, rerender } = renderHook(
    ({ word }) =>
      useDirectUpload({
        transport: handler.transport,
        onStored: ({ image }) => heard.push(`${word} ${image.id}`),
      }),
    { wrapper: createWrapper(handler), initialProps: { word: 'old' } },
  );
  expect(result.current).toMatchObject({ uploads: [], status: 'idle' });
  act(() => void result.current.upload([pngFile()]));
  expect(result.current).toMatchObject({ uploads: [{ status: 'queued' }], status: 'busy' });
  rerender({ word: 'new' });
  await act(() => result.current.settled());
  expect(result.current).toMatchObject({ uploads: [{ status: 'done' }], status: 'idle' });
  expect(heard).toEqual(['new new-1']);
});

it('keeps its functions and its control for life', () => {
  const handler = createFakeHandler();
  const { result, rerender } = renderHook(() => useDirectUpload(), {
    wrapper: createWrapper(handler),
  });
  const first = result.current;
  rerender();
  expect(result.current.control).toBe(first.control);
  expect(result.current.upload).toBe(first.upload);
  expect(result.current.uploads).toBe(first.uploads);
});

it('renders for statuses and phases, not for bytes', async () => {
  const handler = createFakeHandler();
  let renders = 0;
  const { send, move } = heldTransport();
  const { result } = renderHook(
    () => {
      renders += 1;
      return useDirectUpload({ transport: send });
    },
    { wrapper: createWrapper(handler) },
  );
  act(() => void result.current.upload([pngFile('a.png', 9000)]));
  await act(async () => vi.waitFor(() => move(0)));
  const before = renders;
  await act(async () => {
    for (let share = 0; share < 0.9; share += 0.01) move(share);
    await new Promise((resolve) => setTimeout(resolve, 40));
  });
  expect(renders).toBe(before);
});

it('renders progress at most once a frame', async () => {
  const handler = createFakeHandler();
  const { send, move } = heldTransport();
  const { result: uploads } = renderHook(() => useDirectUpload({ transport: send }), {
    wrapper: createWrapper(handler),
  });
  const fractions: number[] = [];
  renderHook(() => {
    fractions.push(useUploadProgress(uploads.current.control).fraction);
  });
  let ids: readonly string[] = [];
  act(() => void (ids = uploads.current.upload([pngFile('a.png', 9000)])));
  await act(async () => vi.waitFor(() => move(0)));
  const before = fractions.length;
  await act(async () => {
    for (let share = 0; share <= 0.5; share += 0.01) move(share);
    await new Promise((resolve) => setTimeout(resolve, 60));
  });
  expect(fractions.length - before).toBeLessThanOrEqual(2);
  expect(fractions.at(-1)).toBeCloseTo(0.5, 1);
  expect(uploads.current.control.getProgress(ids[0]).fraction).toBe(fractions.at(-1));
});

it('stops what is at work when it goes, and calls nobody', async () => {
  const handler = createFakeHandler();
  const { send, signals, move } = heldTransport();
  const onSettled = vi.fn();
  const { result, unmount } = renderHook(() => useDirectUpload({ transport: send, onSettled }), {
    wrapper: createWrapper(handler),
  });
  act(() => void result.current.upload([pngFile()]));
  await act(async () => vi.waitFor(() => move(0)));
  unmount();
  expect(signals[0]?.aborted).toBe(true);
  expect(onSettled).not.toHaveBeenCalled();
});

it('asks the endpoint and sends the headers of the provider, as they are now', async () => {
  const handler = createFakeHandler();
  const urls: string[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    urls.push(String(input));
    return handler.fetch(input, init);
  };
  let user = 'ann';
  const { result, rerender } = renderHook(() => useDirectUpload({ transport: handler.transport }), {
    wrapper: ({ children }) => (
      <StrictMode>
        <CfImagesProvider endpoint="/photos/images" headers={{ 'x-user': user }} fetch={fetch}>
          {children}
        </CfImagesProvider>
      </StrictMode>
    ),
  });
  user = 'bob';
  rerender();
  await act(async () => {
    result.current.upload([pngFile()]);
    await result.current.settled();
  });
  expect(urls[0]).toBe('/photos/images/direct-upload');
  expect(handler.state.headers[0]).toMatchObject({ 'x-user': 'bob' });
});

/** A transport that sends nothing until the test says so. */
function heldTransport() {
  const moves: ((share: number) => void)[] = [];
  const signals: AbortSignal[] = [];
  const send: SendFile = ({ signal, onProgress, file }) => {
    signals.push(signal);
    moves.push((share) => onProgress?.({ loadedBytes: share * file.size, totalBytes: file.size }));
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  };
  const move = (share: number) => {
    const last = moves.at(-1);
    if (!last) throw new Error('Nothing is sent yet.');
    last(share);
  };
  return { send, move, signals };
}
