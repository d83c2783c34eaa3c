import { useEffect, useState } from 'react';

interface Fetched {
  url: string;
  box: number;
  width: number;
  bytes: number;
  isHero: boolean;
}

/** What the browser chose and fetched, read from the page itself: the point of it all, in numbers. */
export function Served() {
  const [fetched, setFetched] = useState<Fetched[]>([]);
  useEffect(() => {
    const read = () => setFetched(readPage());
    const onLoad = (event: Event) => {
      // The entry of a resource is written a moment after its image has loaded.
      if (event.target instanceof HTMLImageElement) setTimeout(read, 50);
    };
    document.addEventListener('load', onLoad, true);
    window.addEventListener('resize', read);
    read();
    return () => {
      document.removeEventListener('load', onLoad, true);
      window.removeEventListener('resize', read);
    };
  }, []);
  if (fetched.length === 0) return null;
  const total = fetched.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <section aria-labelledby="served-title" className="served">
      <header className="section-head">
        <h2 id="served-title">What this screen fetched</h2>
        <p>
          {fetched.length} {fetched.length === 1 ? 'picture' : 'pictures'}
          {total > 0 && `, ${kilobytes(total)}`}
        </p>
      </header>
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Shown at</th>
              <th scope="col">File width</th>
              <th scope="col">Size</th>
            </tr>
          </thead>
          <tbody>
            {fetched.map(({ url, box, width, bytes, isHero }) => (
              <tr key={url}>
                <td>{isHero ? 'Hero' : 'Gallery'}</td>
                <td>
                  {box} px at {window.devicePixelRatio}x
                </td>
                <td>{width} px</td>
                <td>{bytes > 0 ? kilobytes(bytes) : 'from cache'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function readPage(): Fetched[] {
  const delivered = [
    ...document.querySelectorAll<HTMLImageElement>('.hero-picture, main img[srcset]'),
  ];
  return delivered
    .filter((image) => image.complete && image.naturalWidth > 0)
    .map((image) => {
      const url = image.currentSrc;
      const [entry] = performance.getEntriesByName(url) as PerformanceResourceTiming[];
      const density = fileWidth(url);
      return {
        url,
        box: Math.round(image.getBoundingClientRect().width),
        width: density ?? image.naturalWidth,
        bytes: entry?.encodedBodySize ?? 0,
        isHero: image.classList.contains('hero-picture'),
      };
    })
    .filter(({ url }, index, all) => all.findIndex((other) => other.url === url) === index);
}

// `naturalWidth` is divided by the density that the browser chose, so the width is read from the URL.
function fileWidth(url: string): number | undefined {
  const width = /[/,]w(?:idth)?=(\d+)/.exec(url)?.[1];
  return width ? Number(width) : undefined;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toLocaleString('en', { maximumFractionDigits: 0 })} kB`;
}
