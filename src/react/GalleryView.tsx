'use client';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { ImageRecord } from '../protocol/image-record.js';
import type { Delivery } from '../url/create-delivery.js';
import { classNames } from './class-names.js';
import { GalleryItem } from './GalleryItem.js';
import { type GalleryLabels, galleryLabels } from './gallery-labels.js';
import { Icon, imageIcon } from './Icon.js';
import type { UseImagesResult } from './useImages.js';
import { useKeptFocus } from './useKeptFocus.js';
import { visuallyHidden } from './visually-hidden.js';

export interface GalleryViewProps {
  delivery: Delivery;
  list: UseImagesResult;
  /** How many tiles to draw while the first page is on its way. @default 12 */
  limit?: number | undefined;
  onDelete?: ((image: ImageRecord) => Promise<void>) | undefined;
  alt?: ((image: ImageRecord) => string) | undefined;
  variant?: string | undefined;
  renderItem?: ((image: ImageRecord) => ReactNode) | undefined;
  labels?: Partial<GalleryLabels> | undefined;
  className?: string | undefined;
}

/** What `ImageGallery` draws, around images that somebody else fetched. */
export function GalleryView({
  delivery,
  list: { images, error, isLoading, isLoadingMore, hasMore, loadMore, refresh },
  limit = 12,
  onDelete,
  alt,
  variant,
  renderItem,
  labels: given,
  className,
}: GalleryViewProps) {
  const labels = useMemo(() => ({ ...galleryLabels, ...given }), [given]);
  const [undeleted, setUndeleted] = useState<{ name: string; error: unknown }>();
  const spoken = useRef<HTMLDivElement>(null);
  const counted = useRef(0);
  // Where to go on when the focused tile or button has gone: the image that took its place.
  const goOnAt = useRef(0);
  const kept = useKeptFocus<HTMLElement>((root) => {
    const tiles = root.querySelectorAll<HTMLElement>('.cf-gallery-item');
    const tile = tiles[Math.min(goOnAt.current, tiles.length - 1)];
    return tile?.querySelector<HTMLElement>('.cf-gallery-delete') ?? tile ?? root;
  });
  const count = images.length;
  const isPending = isLoading || isLoadingMore;

  const say = (text: string) => {
    if (spoken.current) spoken.current.textContent = text;
  };
  useEffect(() => {
    if (count <= counted.current) {
      counted.current = count;
      return undefined;
    }
    // Uploads come in one by one: where a batch ends is worth saying, not each step.
    const timer = setTimeout(() => {
      counted.current = count;
      say(labels.shown(count));
    }, 1000);
    return () => clearTimeout(timer);
  }, [count, labels]);

  const remove = async (image: ImageRecord) => {
    const name = labels.name(image);
    goOnAt.current = images.indexOf(image);
    setUndeleted(undefined);
    try {
      await onDelete?.(image);
      say(labels.deleted(name));
    } catch (error) {
      // Said by the gallery: the list takes a tile off at once, and one that comes back is new.
      setUndeleted({ name, error });
      throw error;
    }
  };

  const isEmpty = count === 0 && !isPending && !error;
  return (
    <section
      tabIndex={-1}
      aria-label={labels.region}
      data-state={error ? 'failed' : isPending ? 'loading' : isEmpty ? 'empty' : 'ready'}
      className={classNames('cf-gallery', className)}
      {...kept}
    >
      {(count > 0 || (isLoading && !error)) && (
        // Safari forgets that a list without markers is one.
        <ul role="list" aria-busy={isPending} className="cf-gallery-grid">
          {images.map((image) => (
            <GalleryItem
              key={image.id}
              {...{ delivery, image, labels, variant, onDelete: onDelete && remove }}
              alt={alt?.(image)}
            >
              {renderItem?.(image)}
            </GalleryItem>
          ))}
          {isLoading &&
            count === 0 &&
            Array.from({ length: Math.min(limit, 24) }, (_, index) => (
              <li key={index} aria-hidden="true" className="cf-gallery-skeleton" />
            ))}
        </ul>
      )}
      {undeleted && (
        <p role="alert" className="cf-gallery-notice">
          {labels.notDeleted(undeleted.name, labels.error(undeleted.error))}
        </p>
      )}
      {isEmpty && (
        <div className="cf-gallery-words">
          <Icon path={imageIcon} size={28} />
          <p>{labels.empty}</p>
          <p>{labels.emptyHint}</p>
        </div>
      )}
      {error && (
        <div className="cf-gallery-words">
          <div role="alert">
            <p>{labels.failed}</p>
            <p>{labels.error(error)}</p>
          </div>
          <button
            type="button"
            className="cf-gallery-retry"
            aria-disabled={isPending}
            onClick={() => void refresh()}
          >
            {isPending ? labels.loading : labels.retry}
          </button>
        </div>
      )}
      {hasMore && !error && (
        <button
          type="button"
          className="cf-gallery-more"
          aria-disabled={isPending}
          onClick={() => {
            goOnAt.current = count;
            void loadMore();
          }}
        >
          {isPending ? labels.loading : labels.loadMore}
        </button>
      )}
      <div ref={spoken} role="status" style={visuallyHidden} />
    </section>
  );
}
