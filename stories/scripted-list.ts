import type { ImageRecord } from '../src/protocol/image-record.js';
import type { UseImagesResult } from '../src/react/useImages.js';

/** What `useImages` answers, in a state of your choice. */
export function scriptedList(
  images: readonly ImageRecord[],
  state: Partial<UseImagesResult> = {},
): UseImagesResult {
  return {
    images,
    error: undefined,
    isLoading: false,
    isLoadingMore: false,
    hasMore: false,
    loadMore: () => Promise.resolve(),
    refresh: () => Promise.resolve(),
    ...state,
  };
}
