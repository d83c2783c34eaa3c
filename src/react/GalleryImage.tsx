'use client';
import { useState } from 'react';
import type { Delivery } from '../url/create-delivery.js';
import { encodeImageId } from '../url/encode-image-id.js';
import { CfImage } from './CfImage.js';
import { Icon, imageIcon } from './Icon.js';

export interface GalleryImageProps {
  delivery: Delivery;
  imageId: string;
  alt: string;
  /** A named variant; without it the delivery chooses. */
  variant?: string | undefined;
  /** Words for an image that does not load. */
  broken: string;
}

// Wider than any tile of styles.css, for grids of larger ones. `crop` cuts to the square and
// never enlarges a small original, as `cover` would.
const side = 480;

/** The picture of a tile: square and of a known size before it has loaded. */
export function GalleryImage({ delivery, imageId, alt, variant, broken }: GalleryImageProps) {
  const [failedId, setFailedId] = useState<string>();
  if (failedId === imageId || !canBeInUrl(imageId)) {
    return (
      <div className="cf-gallery-broken" role="img" aria-label={`${alt}. ${broken}`}>
        <Icon path={imageIcon} size={24} />
        <span aria-hidden="true">{broken}</span>
      </div>
    );
  }
  const shared = {
    imageId,
    alt,
    width: side,
    height: side,
    // `auto` is safe here: object-fit keeps whatever comes from being stretched.
    sizes: 'auto, (min-width: 40rem) 20rem, 50vw',
    onError: () => setFailedId(imageId),
    style: { display: 'block', width: '100%', aspectRatio: '1', objectFit: 'cover' },
  } as const;
  if (variant !== undefined) return <CfImage delivery={delivery} variant={variant} {...shared} />;
  return delivery.flexible ? (
    <CfImage delivery={delivery} fit="crop" {...shared} />
  ) : (
    <CfImage delivery={delivery} {...shared} />
  );
}

// One image that no URL can name must not take the page with it.
function canBeInUrl(imageId: string): boolean {
  try {
    return encodeImageId(imageId) !== '';
  } catch {
    return false;
  }
}
