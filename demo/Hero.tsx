import type { ReactNode } from 'react';
import { CfImage, type ImageRecord } from '../src/index.js';
import { delivery } from './delivery.js';
import { naturalSize } from './natural-size.js';

/** The newest picture across the whole page, behind the title. */
export function Hero({ image, children }: { image: ImageRecord | undefined; children: ReactNode }) {
  return (
    <header className="hero" data-state={image ? 'picture' : 'empty'}>
      {image && (
        <CfImage
          key={image.id}
          delivery={delivery}
          imageId={image.id}
          alt=""
          layout="fullWidth"
          {...naturalSize(image)}
          priority
          className="hero-picture"
        />
      )}
      <div className="hero-words">{children}</div>
    </header>
  );
}
