import { type ReactElement, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CfImage, createCfImage } from '../../src/react/CfImage.js';
import { createDelivery } from '../../src/url.js';

const flexible = createDelivery({ accountHash: 'hash', flexible: true });
const named = createDelivery({
  accountHash: 'hash',
  variants: { small: { width: 400 }, large: { width: 1600 } },
});

/** The markup without the preload that React itself puts before an eager image. */
function html(element: ReactElement): string {
  return renderToString(element).replace(/^<link rel="preload"[^>]*>/, '');
}

afterEach(() => {
  vi.doUnmock('react');
  vi.resetModules();
});

describe('CfImage on the server', () => {
  test('constrained is the default: lazy, honest widths, src last', () => {
    expect(
      html(<CfImage delivery={flexible} imageId="cats/1" alt="A cat" width={384} height={256} />),
    ).toBe(
      '<img alt="A cat" width="384" height="256" loading="lazy" decoding="async" style="height:auto;max-width:100%" sizes="(min-width: 384px) 384px, 100vw" srcSet="https://imagedelivery.net/hash/cats/1/w=192 192w, https://imagedelivery.net/hash/cats/1/w=384 384w, https://imagedelivery.net/hash/cats/1/w=576 576w, https://imagedelivery.net/hash/cats/1/w=800 800w" src="https://imagedelivery.net/hash/cats/1/w=384"/>',
    );
  });

  test('fixed has two densities and no sizes', () => {
    expect(
      html(
        <CfImage
          delivery={flexible}
          imageId="a"
          alt=""
          layout="fixed"
          width={48}
          height={48}
          fit="cover"
          gravity="face"
        />,
      ),
    ).toBe(
      '<img alt="" width="48" height="48" loading="lazy" decoding="async" style="height:auto;max-width:100%" srcSet="https://imagedelivery.net/hash/a/w=48,h=48,fit=cover,g=face 1x, https://imagedelivery.net/hash/a/w=96,h=96,fit=cover,g=face 2x" src="https://imagedelivery.net/hash/a/w=48,h=48,fit=cover,g=face"/>',
    );
  });

  test('fullWidth is as wide as the window and ends with the original', () => {
    expect(
      html(
        <CfImage
          delivery={flexible}
          imageId="a"
          alt=""
          layout="fullWidth"
          width={3}
          height={2}
          naturalWidth={1000}
          naturalHeight={667}
        />,
      ),
    ).toBe(
      '<img alt="" width="3" height="2" loading="lazy" decoding="async" style="width:100%;height:auto;max-width:100%" sizes="auto, 100vw" srcSet="https://imagedelivery.net/hash/a/w=192 192w, https://imagedelivery.net/hash/a/w=384 384w, https://imagedelivery.net/hash/a/w=576 576w, https://imagedelivery.net/hash/a/w=800 800w, https://imagedelivery.net/hash/a/w=1000 1000w" src="https://imagedelivery.net/hash/a/w=1000"/>',
    );
  });

  test('priority is eager and fetched first, with a single preload, by React', () => {
    const markup = renderToString(
      <CfImage delivery={named} imageId="a" alt="" width={400} height={300} priority />,
    );
    expect(markup.match(/<link/g)).toHaveLength(1);
    expect(markup.replace(/^<link[^>]*>/, '')).toBe(
      '<img alt="" width="400" height="300" loading="eager" decoding="async" fetchPriority="high" style="height:auto;max-width:100%" sizes="(min-width: 400px) 400px, 100vw" srcSet="https://imagedelivery.net/hash/a/small 400w, https://imagedelivery.net/hash/a/large 1600w" src="https://imagedelivery.net/hash/a/small"/>',
    );
  });

  test('a named variant is one plain file', () => {
    expect(
      html(
        <CfImage delivery={named} imageId="a" variant="large" alt="" width={400} height={300} />,
      ),
    ).toBe(
      '<img alt="" width="400" height="300" loading="lazy" decoding="async" style="height:auto;max-width:100%" src="https://imagedelivery.net/hash/a/large"/>',
    );
  });

  test('passes everything else of <img> through', () => {
    expect(
      html(
        <CfImage
          delivery={named}
          imageId="a"
          variant="small"
          alt=""
          width={4}
          height={3}
          id="hero"
          className="round"
          title="Hello"
          data-testid="x"
          aria-hidden
          crossOrigin="anonymous"
          decoding="sync"
          fetchPriority="low"
          style={{ color: 'red', height: '3px' }}
        />,
      ),
    ).toBe(
      '<img alt="" width="4" height="3" loading="lazy" decoding="sync" fetchPriority="low" style="height:3px;max-width:100%;color:red" id="hero" class="round" title="Hello" data-testid="x" aria-hidden="true" crossorigin="anonymous" src="https://imagedelivery.net/hash/a/small"/>',
    );
  });

  test('a bound CfImage knows its delivery', () => {
    const Image = createCfImage(named);
    expect(html(<Image imageId="a" variant="small" alt="" width={4} height={3} />)).toBe(
      html(<CfImage delivery={named} imageId="a" variant="small" alt="" width={4} height={3} />),
    );
  });

  test('stays under 900 bytes for a constrained image', () => {
    const imageId = '083eb7b2-5392-4565-b69e-aff66acddd00';
    const delivery = createDelivery({ accountHash: 'ZWd9g1K7eljCn_KDTu_MWA', flexible: true });
    const markup = html(
      <CfImage delivery={delivery} imageId={imageId} alt="" width={384} height={256} />,
    );
    expect(markup.length).toBeLessThan(900);
  });
});

test('renders without a warning', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  renderToString(
    <StrictMode>
      <CfImage delivery={flexible} imageId="a" alt="" width={4} height={3} priority blur={3} />
    </StrictMode>,
  );
  expect(error).not.toHaveBeenCalled();
  error.mockRestore();
});

test('before React 19 fetchpriority is lower case and a ref arrives all the same', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.resetModules();
  vi.doMock('react', async () => {
    const older: Record<string, unknown> = { ...(await vi.importActual('react')) };
    delete older.use;
    return older;
  });
  const { CfImage: Older } = await import('../../src/react/CfImage.js');
  expect(Older).toMatchObject({ $$typeof: Symbol.for('react.forward_ref') });
  expect(
    html(
      <Older delivery={named} imageId="a" variant="small" alt="" width={4} height={3} priority />,
    ),
  ).toContain(' fetchpriority="high" ');
  complaints.mockRestore();
});
