import { ImageGallery, useDirectUpload, useImages, UploadDropzone } from '../src/index.js';
import { delivery } from './delivery.js';
import { Hero } from './Hero.js';
import { Samples } from './Samples.js';
import { Served } from './Served.js';

export function App() {
  const { control, upload } = useDirectUpload({
    // Kept with the image, so that nothing larger than the original is ever offered.
    metadata: ({ facts: { width, height } }) => ({ width, height }),
  });
  const list = useImages({ limit: 24 });
  const newest = list.images[0];
  return (
    <>
      <Hero image={newest}>
        <p className="eyebrow">react-cf-images</p>
        <h1>Viewfinder</h1>
        <p className="lede">
          Drop a photograph. It goes straight to Cloudflare Images, and comes back in the size this
          screen needs.
        </p>
      </Hero>
      <main>
        <section className="upload" aria-labelledby="upload-title">
          <h2 id="upload-title">Add photographs</h2>
          <UploadDropzone control={control} />
          <Samples onChosen={upload} />
        </section>
        <section aria-labelledby="gallery-title">
          <header className="section-head">
            <h2 id="gallery-title">Gallery</h2>
            <p>{list.isLoading ? '' : describeCount(list.images.length, list.hasMore)}</p>
          </header>
          <ImageGallery delivery={delivery} list={list} deletable />
        </section>
        <Served />
      </main>
      <footer>
        <p>
          {import.meta.env.VITE_CF_IMAGES_ORIGIN
            ? 'Running on the local emulator: no account, no network. Your pictures stay in .data/demo.'
            : 'Running on your Cloudflare account.'}
        </p>
      </footer>
    </>
  );
}

function describeCount(count: number, hasMore: boolean): string {
  if (count === 0) return 'No pictures yet';
  if (count === 1) return '1 picture';
  return `${count}${hasMore ? ' or more' : ''} pictures`;
}
