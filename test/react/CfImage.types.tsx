// Checked by tsc and never run: what must compile, and what must not.
import { createRef } from 'react';
import { CfImage, createCfImage } from '../../src/react/CfImage.js';
import { buildDeliveryUrl, createDelivery, type Delivery } from '../../src/url.js';

const named = createDelivery({
  accountHash: 'hash',
  variants: { hero: { width: 1600 }, thumbnail: { fit: 'cover', width: 200, height: 200 } },
});
const flexible = createDelivery({ accountHash: 'hash', flexible: true });
const some: Delivery = named;
const box = { imageId: 'a', alt: '', width: 4, height: 3 };
const Image = createCfImage(named);
const busy = Math.random() > 0.5;

export const mustCompile = [
  <CfImage key="1" delivery={flexible} {...box} />,
  <CfImage key="2" delivery={flexible} {...box} fit="cover" gravity="0.5x0.25" quality={60} />,
  <CfImage key="3" delivery={named} {...box} variant="hero" ref={createRef<HTMLImageElement>()} />,
  <CfImage key="4" delivery={named} {...box} variants={['hero', 'thumbnail']} sizes="50vw" />,
  <CfImage key="5" delivery={some} {...box} variant="anything" />,
  <CfImage key="6" delivery={some} {...box} fit="cover" />,
  <CfImage key="7" delivery={flexible} {...box} priority={busy} onError={() => {}} data-x="1" />,
  <CfImage key="8" delivery={flexible} {...box} loading="eager" fetchPriority="low" />,
  <CfImage key="9" delivery={flexible} {...box} layout="fixed" naturalWidth={undefined} />,
  <Image key="10" {...box} variant="hero" className="x" style={{ color: 'red' }} />,
  buildDeliveryUrl(named, 'a', 'hero'),
  buildDeliveryUrl(flexible, 'a', { width: 20 }),
  buildDeliveryUrl(some, 'a', 'anything'),
];

export const mustNotCompile = [
  // @ts-expect-error alt is required
  <CfImage key="1" delivery={flexible} imageId="a" width={4} height={3} />,
  // @ts-expect-error so is height, in every layout
  <CfImage key="2" delivery={flexible} imageId="a" alt="" layout="fullWidth" width={4} />,
  // @ts-expect-error there is no such variant
  <CfImage key="3" delivery={named} {...box} variant="herro" />,
  // @ts-expect-error nor here
  <Image key="4" {...box} variant="herro" />,
  // @ts-expect-error a named variant takes no options
  <CfImage key="5" delivery={some} {...box} variant="hero" quality={50} />,
  // @ts-expect-error options need flexible variants
  <CfImage key="6" delivery={named} {...box} quality={50} />,
  // @ts-expect-error one variant or several
  <CfImage key="7" delivery={named} {...box} variant="hero" variants={['hero']} />,
  // @ts-expect-error a fixed image has no sizes
  <CfImage key="8" delivery={flexible} {...box} layout="fixed" sizes="50vw" />,
  // @ts-expect-error the most important image is never lazy
  <CfImage key="9" delivery={flexible} {...box} priority loading="lazy" />,
  // @ts-expect-error src is made, not given
  <CfImage key="10" delivery={flexible} {...box} src="a.jpg" />,
  // @ts-expect-error scale-up never shrinks, so a srcset of it would be untrue
  <CfImage key="11" delivery={flexible} {...box} fit="scale-up" />,
  // @ts-expect-error density is the browser's affair
  <CfImage key="12" delivery={flexible} {...box} dpr={2} />,
  // @ts-expect-error contain is not a layout
  <CfImage key="13" delivery={flexible} {...box} layout="contain" />,
  // @ts-expect-error there is no such variant
  buildDeliveryUrl(named, 'a', 'herro'),
  // @ts-expect-error a value Cloudflare does not know
  buildDeliveryUrl(flexible, 'a', { fit: 'fill' }),
  // @ts-expect-error a domain or an origin
  createDelivery({ accountHash: 'hash', domain: 'a.example', origin: 'http://localhost' }),
  // @ts-expect-error gravity belongs to URLs, not to variants
  createDelivery({ accountHash: 'hash', variants: { a: { gravity: 'face' } } }),
];
