import { Image as AutoImage } from '@unpic/react';
import { Image as BaseImage } from '@unpic/react/base';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { transform } from 'unpic/providers/cloudflare_images';
import { interleave } from '../interleave.mjs';
import { importReact } from '../ours.mjs';
import { round } from '../section.mjs';
import { ids, size } from './images.mjs';

const widths = [192, 384, 576, 800, 1088, 1200, 1600];

/** A page of a thousand images, as a string. @returns {Promise<import('../section.mjs').Section>} */
export default async function serverRendering() {
  const { CfImage, createCfImage, createDelivery } = await importReact();
  const delivery = createDelivery({ accountHash: 'hash', flexible: true });
  const named = createDelivery({
    accountHash: 'hash',
    variants: { small: { width: 400 }, medium: { width: 800 }, large: { width: 1600 } },
  });
  const Bound = createCfImage(delivery);
  const source = (/** @type {string} */ id) => `https://imagedelivery.net/hash/${id}`;
  /** @type {Record<string, (id: string) => import('react').ReactElement>} */
  const images = {
    floor: (id) =>
      createElement('img', {
        alt: id,
        ...size,
        loading: 'lazy',
        decoding: 'async',
        sizes: 'auto, (min-width: 800px) 800px, 100vw',
        srcSet: widths.map((w) => `${source(id)}/width=${w},format=auto ${w}w`).join(', '),
        src: `${source(id)}/width=800,format=auto`,
        style: { height: 'auto', maxWidth: '100%' },
      }),
    ours: (imageId) => createElement(CfImage, { delivery, imageId, alt: imageId, ...size }),
    bound: (imageId) => createElement(Bound, { imageId, alt: imageId, ...size }),
    named: (imageId) =>
      createElement(CfImage, {
        delivery: named,
        imageId,
        alt: imageId,
        naturalWidth: 3000,
        naturalHeight: 2000,
        ...size,
      }),
    base: (id) =>
      createElement(BaseImage, {
        src: `${source(id)}/w=800`,
        alt: id,
        layout: 'constrained',
        transformer: transform,
        ...size,
      }),
    auto: (id) =>
      createElement(AutoImage, {
        src: `${source(id)}/w=800`,
        alt: id,
        layout: 'constrained',
        ...size,
      }),
  };
  /** @type {Record<string, number>} */
  const bytes = {};
  const render = (/** @type {string} */ name) => () => {
    const image = /** @type {(id: string) => import('react').ReactElement} */ (images[name]);
    const children = ids.map((id) => createElement('li', { key: id }, image(id)));
    bytes[name] = renderToString(createElement('ul', null, children)).length;
  };
  const found = await interleave(
    {
      floor: render('floor'),
      ours: render('ours'),
      bound: render('bound'),
      named: render('named'),
      base: render('base'),
      auto: render('auto'),
    },
    { rounds: 41, warmup: 10 },
  );
  const row = (/** @type {string} */ text, /** @type {keyof typeof found} */ name) => [
    text,
    round(found[name].medianMs),
    round(found[name].ratio, 2),
    round((bytes[name] ?? 0) / ids.length, 0),
  ];
  return {
    title: 'A page of 1,000 images on the server',
    about:
      'renderToString of React 19, all images different. The floor is an `<img>` written by hand, its srcset a template string.',
    columns: ['', 'ms', 'times the floor', 'bytes of HTML an image'],
    rows: [
      row('floor', 'floor'),
      row('ours, `CfImage`', 'ours'),
      row('ours, `createCfImage`', 'bound'),
      row('ours, three named variants', 'named'),
      row('@unpic/react, its base and Cloudflare', 'base'),
      row('@unpic/react', 'auto'),
    ],
  };
}
