'use client';
import { useMemo, useSyncExternalStore } from 'react';
import useSWRInfinite from 'swr/infinite';
import { handlerPaths } from '../protocol/handler-paths.js';
import { parseImagePage } from '../protocol/image-page.js';
import type { ImageRecord } from '../protocol/image-record.js';
import { type ImagesError, isTransient } from '../protocol/images-error.js';
import { type HandlerConnection, requestHandler } from '../upload/handler-request.js';
import { useConnection } from './connection-context.js';
import { type FetchedPage, mergeImages } from './merge-images.js';

export interface UseImagesOptions {
  /** Images in one page. Cloudflare gives no fewer than 10. @default whatever the handler does */
  limit?: number | undefined;
  /** Only images of this creator. */
  creator?: string | undefined;
  /** By the time of upload. @default "desc", newest first */
  sort?: 'asc' | 'desc' | undefined;
}

export interface UseImagesResult {
  /** All pages loaded so far, in one list, with what was just uploaded and deleted here. */
  images: readonly ImageRecord[];
  error: ImagesError | undefined;
  /** True while there is nothing to show yet. */
  isLoading: boolean;
  isLoadingMore: boolean;
  /** True when there is another page. */
  hasMore: boolean;
  /** Starts to fetch the next page. Does nothing while one is on its way, or at the end. */
  loadMore: () => void;
  /** Fetches the pages shown anew. */
  refresh: () => Promise<void>;
}

/**
 * The images of the account, page by page, newest first. An upload of this app shows up in every
 * mounted list the moment it is stored, and a deleted image goes at once.
 */
export function useImages({ limit, creator, sort }: UseImagesOptions = {}): UseImagesResult {
  const connection = useConnection();
  const { endpoint, scope, changes: store } = connection;
  const changes = useSyncExternalStore(store.subscribe, store.get, store.get);
  const { data, error, isLoading, isValidating, size, setSize, mutate } = useSWRInfinite<
    FetchedPage,
    ImagesError
  >(
    (_index: number, before: FetchedPage | null) =>
      before?.cursor === null
        ? null
        : ['react-cf-images', scope, endpoint, limit, creator, sort, before?.cursor],
    ([, , , , , , cursor]: readonly (string | undefined)[]) =>
      fetchPage(connection, { limit: limit?.toString(), creator, sort, cursor }),
    {
      // A list is fetched anew when it is shown, but "load more" asks for that page alone.
      revalidateOnMount: true,
      revalidateFirstPage: false,
      shouldRetryOnError: isTransient,
    },
  );
  const images = useMemo(
    () => (data ? mergeImages(data, changes, { creator, sort }) : []),
    [data, changes, creator, sort],
  );

  const hasMore = data !== undefined && data.at(-1)?.cursor !== null;
  const isLoadingMore = isValidating && data !== undefined && data.length < size;
  return {
    images,
    error,
    isLoading,
    isLoadingMore,
    hasMore,
    loadMore() {
      if (hasMore && !isLoadingMore) void setSize(data.length + 1);
    },
    async refresh() {
      await mutate();
    },
  };
}

async function fetchPage(
  connection: HandlerConnection,
  query: Readonly<Record<string, string | undefined>>,
): Promise<FetchedPage> {
  const askedAt = Date.now();
  const path = handlerPaths.images;
  const page = await requestHandler(connection, { method: 'GET', path, query }, parseImagePage);
  return { ...page, askedAt };
}
