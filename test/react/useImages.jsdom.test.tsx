import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { expect, it } from 'vitest';
import { useDeleteImage } from '../../src/react/useDeleteImage.js';
import { useDirectUpload } from '../../src/react/useDirectUpload.js';
import { type UseImagesOptions, useImages } from '../../src/react/useImages.js';
import { createFakeHandler, imageRecord, wireFailure } from './fake-handler.js';
import { createWrapper, expectQuietConsole } from './hook-scene.js';

expectQuietConsole();

const five = () => ['e', 'd', 'c', 'b', 'a'].map((id) => imageRecord(id));

function renderAll(handler = createFakeHandler(five()), options: UseImagesOptions = {}) {
  const { result } = renderHook(
    () => ({
      list: useImages(options),
      other: useImages({ ...options, limit: 50 }),
      deletion: useDeleteImage(),
      uploads: useDirectUpload({ transport: handler.transport }),
    }),
    { wrapper: createWrapper(handler) },
  );
  return { handler, result, ids: () => result.current.list.images.map(({ id }) => id) };
}

it('loads page after page, each of them once', async () => {
  const handler = createFakeHandler(five());
  const { result } = renderHook(() => useImages(), { wrapper: createWrapper(handler) });
  expect(result.current).toMatchObject({ images: [], isLoading: true, hasMore: false });
  await waitFor(() => expect(result.current.images).toHaveLength(2));
  expect(result.current).toMatchObject({ isLoading: false, hasMore: true, isLoadingMore: false });
  act(() => result.current.loadMore());
  await waitFor(() => expect(result.current.images).toHaveLength(4));
  act(() => result.current.loadMore());
  await waitFor(() => expect(result.current.hasMore).toBe(false));
  expect(result.current.images.map(({ id }) => id)).toEqual(['e', 'd', 'c', 'b', 'a']);
  act(() => result.current.loadMore());
  await new Promise((resolve) => setTimeout(resolve, 20));
  const pages = ['GET /images', 'GET /images?cursor=2', 'GET /images?cursor=4'];
  expect(handler.state.calls).toEqual(pages);
});

it('says while it loads more, and asks once however often it is told', async () => {
  const { handler, result } = renderAll();
  await waitFor(() => expect(result.current.list.images).toHaveLength(2));
  act(() => result.current.list.loadMore());
  expect(result.current.list.isLoadingMore).toBe(true);
  act(() => result.current.list.loadMore());
  await waitFor(() => expect(result.current.list.images).toHaveLength(4));
  expect(result.current.list.isLoadingMore).toBe(false);
  expect(handler.state.calls.filter((call) => call.includes('cursor=2'))).toHaveLength(1);
});

it('fetches the pages shown anew on refresh', async () => {
  const { handler, result, ids } = renderAll();
  await waitFor(() => expect(result.current.list.images).toHaveLength(2));
  handler.state.stored = [imageRecord('f'), ...handler.state.stored];
  await act(() => result.current.list.refresh());
  expect(ids()).toEqual(['f', 'e']);
});

it('shows a stored upload in every list at once, without asking for a page', async () => {
  const { handler, result, ids } = renderAll();
  await waitFor(() => expect(result.current.other.images).toHaveLength(2));
  const asked = handler.state.calls.filter((call) => call === 'GET /images').length;
  await act(async () => {
    result.current.uploads.upload([new File([pixel()], 'dot.png')]);
    await result.current.uploads.settled();
  });
  expect(ids()).toEqual(['new-1', 'e', 'd']);
  expect(result.current.other.images[0]?.id).toBe('new-1');
  expect(handler.state.calls.filter((call) => call === 'GET /images')).toHaveLength(asked);
  // And once only, when the pages have it too.
  await act(() => result.current.list.refresh());
  expect(ids()).toEqual(['new-1', 'e']);
});

it('keeps a stored upload although a page asked for earlier comes without it', async () => {
  const { handler, result, ids } = renderAll();
  await waitFor(() => expect(result.current.list.images).toHaveLength(2));
  await act(async () => {
    result.current.uploads.upload([new File([pixel()], 'dot.png')]);
    await result.current.uploads.settled();
  });
  handler.state.stored = five();
  await act(() => result.current.list.refresh());
  expect(ids()).toEqual(['new-1', 'e', 'd']);
});

it('takes a deleted image out of every list at once', async () => {
  const { handler, result, ids } = renderAll();
  await waitFor(() => expect(result.current.other.images).toHaveLength(2));
  let deleting: Promise<void> | undefined;
  act(() => void (deleting = result.current.deletion.deleteImage('e')));
  expect(ids()).toEqual(['d']);
  expect(result.current.other.images.map(({ id }) => id)).toEqual(['d']);
  expect(result.current.deletion.isDeleting).toBe(true);
  await act(async () => deleting);
  expect(result.current.deletion).toMatchObject({ isDeleting: false, error: undefined });
  expect(ids()).toEqual(['d']);
  // A list that lags behind does not bring it back.
  handler.state.stored = five();
  await act(() => result.current.list.refresh());
  expect(ids()).toEqual(['d']);
});

it('brings an image back when its deletion fails, in its place', async () => {
  const { handler, result, ids } = renderAll();
  await waitFor(() => expect(result.current.list.images).toHaveLength(2));
  handler.state.failures.set('DELETE /image', [wireFailure(403, 'unauthorized')]);
  let failure: unknown;
  await act(async () => {
    failure = await result.current.deletion.deleteImage('e').catch((error) => error);
  });
  expect(failure).toMatchObject({ code: 'unauthorized', message: 'It said unauthorized.' });
  expect(result.current.deletion.error).toBe(failure);
  expect(ids()).toEqual(['e', 'd']);
});

it('deletes what was deleted already, and what was deleted without an answer', async () => {
  const { handler, result, ids } = renderAll();
  await waitFor(() => expect(result.current.list.images).toHaveLength(2));
  const loseAnswer = () => {
    handler.state.stored = handler.state.stored.filter(({ id }) => id !== 'd');
    throw new TypeError('Failed to fetch');
  };
  handler.state.failures.set('DELETE /image', [wireFailure(404, 'not-found'), loseAnswer]);
  await act(() => result.current.deletion.deleteImage('e'));
  await act(() => result.current.deletion.deleteImage('d'));
  expect(ids()).toEqual([]);
});

it('has words for a 401, and does not ask again by itself', async () => {
  const handler = createFakeHandler(five());
  handler.state.failures.set('GET /images', [() => new Response('<html>', { status: 401 })]);
  const { result } = renderHook(() => useImages(), { wrapper: createWrapper(handler) });
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'unauthorized' }));
  expect(result.current.error?.message).toMatch(/Is the user signed in/);
  await act(() => result.current.refresh());
  expect(result.current.error).toBeUndefined();
  expect(result.current.images).toHaveLength(2);
});

it('asks again by itself only after what may pass', async () => {
  const handler = createFakeHandler(five());
  const Wrapper = createWrapper(handler);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <SWRConfig value={{ errorRetryInterval: 2 }}>
      <Wrapper>{children}</Wrapper>
    </SWRConfig>
  );
  handler.state.failures.set('GET /images', [
    wireFailure(503, 'service-error'),
    wireFailure(403, 'unauthorized'),
  ]);
  const { result } = renderHook(() => useImages(), { wrapper });
  await waitFor(() => expect(result.current.error?.code).toBe('unauthorized'));
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(handler.state.calls).toEqual(['GET /images', 'GET /images']);
});

it('loads more after the page before failed', async () => {
  const { handler, result } = renderAll();
  await waitFor(() => expect(result.current.list.images).toHaveLength(2));
  handler.state.failures.set('GET /images?cursor=2', [wireFailure(403, 'unauthorized')]);
  act(() => result.current.list.loadMore());
  await waitFor(() => expect(result.current.list.error?.code).toBe('unauthorized'));
  expect(result.current.list).toMatchObject({ isLoadingMore: false, hasMore: true });
  expect(result.current.list.images).toHaveLength(2);
  act(() => result.current.list.loadMore());
  await waitFor(() => expect(result.current.list.images).toHaveLength(4));
  expect(result.current.list.error).toBeUndefined();
});

function pixel(): Uint8Array<ArrayBuffer> {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
}
