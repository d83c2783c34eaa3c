import { act, createRef } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { CfImage, createCfImage } from '../../src/react/CfImage.js';
import { createDelivery } from '../../src/url.js';

const delivery = createDelivery({ accountHash: 'hash', flexible: true });
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

test('hydrates without a warning, keeps the element, and gives it the ref and the events', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onLoad = vi.fn();
  const ref = createRef<HTMLImageElement>();
  const boundRef = createRef<HTMLImageElement>();
  const Image = createCfImage(delivery);
  const app = (
    <main>
      <CfImage
        ref={ref}
        delivery={delivery}
        imageId="a/b"
        alt="A cat"
        width={800}
        height={600}
        priority
        onLoad={onLoad}
      />
      <Image ref={boundRef} imageId="c" alt="" layout="fullWidth" width={3} height={2} />
    </main>
  );
  const container = document.createElement('div');
  document.body.append(container);
  container.innerHTML = renderToString(app);
  const image = container.querySelector('img');
  const recoverable = vi.fn();
  const root = await act(async () =>
    hydrateRoot(container, app, { onRecoverableError: recoverable }),
  );
  expect(ref.current).toBe(image);
  expect(boundRef.current?.sizes).toBe('100vw');
  expect(image?.src).toBe('https://imagedelivery.net/hash/a/b/w=800');
  await act(async () => image?.dispatchEvent(new Event('load')));
  expect(onLoad).toHaveBeenCalledTimes(1);
  expect(recoverable).not.toHaveBeenCalled();
  expect(complaints).not.toHaveBeenCalled();
  await act(async () => root.unmount());
  complaints.mockRestore();
});
