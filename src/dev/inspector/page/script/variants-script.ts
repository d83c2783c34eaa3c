/** The variants of one image, live. A module for the browser. */
export const variantsScript = `import { createCopy } from './copy.js';
import { createList, element, setAttribute, setText } from './elements.js';
import { bytesOf, dateOf, optionsOf, sizeOf, spanOf, typeOf } from './words.js';

// What an <img> of this browser would say, so that the answer is the one it gets.
const accept = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

/** Every variant of one image with a live preview and a button that copies its URL. */
export function createVariants(section) {
  let image;
  const lifetime = section.querySelector('select');
  const show = createList(section.querySelector('ul'), ({ key }) => key, createRow);

  return (next, variants) => {
    image = next;
    section.hidden = image.draft;
    section.querySelector('.lifetime').hidden = !image.requireSignedURLs;
    // A row belongs to one image: the next one starts with fresh pictures and words.
    show(
      image.draft ? [] : variants.map((variant) => ({ variant, key: variant.id + ' ' + image.id })),
    );
  };

  function createRow({ variant: { id } }) {
    let isSigned = false;
    const picture = createPicture();
    const options = element('p', { class: 'muted' });
    const signed = createCopy('Copy signed URL', () => sign(id), showLink);
    const plain = createCopy('Copy URL', () => ({
      text: image.urls[id],
      note: 'Copied the URL of ' + id + '.',
    }));
    const link = element('a', { target: '_blank', rel: 'noreferrer', class: 'open' }, 'Open');
    const actions = element('div', { class: 'actions' }, signed.button, plain.button, link);
    const words = [element('h4', {}, id), options, picture.result, actions];
    const text = element('div', {}, ...words, signed.said, plain.said, picture.why);
    return {
      node: element('li', { class: 'variant' }, picture.node, text),
      update({ variant }) {
        isSigned = image.requireSignedURLs && !variant.neverRequireSignedURLs;
        const free = image.requireSignedURLs && !isSigned ? ', needs no signature' : '';
        setText(options, optionsOf(variant.options) + free);
        picture.update(image, variant);
        signed.button.hidden = !isSigned;
        plain.button.hidden = isSigned;
        if (!isSigned) showLink(image.urls[id]);
        else if (!link.href.includes('sig=')) link.hidden = true;
      },
    };

    function showLink(url) {
      setAttribute(link, 'href', url);
      link.hidden = false;
    }
  }

  async function sign(variant) {
    const expiresInSeconds = lifetime.value === 'none' ? null : Number(lifetime.value);
    const response = await fetch('sign', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ imageId: image.id, variant, expiresInSeconds }),
    });
    const { url, expiresAt, error } = await response.json();
    if (error) throw new Error(error);
    const end =
      expiresAt === null
        ? 'It has no end.'
        : 'It ends in ' + spanOf(expiresInSeconds * 1000) + ', ' + dateOf(expiresAt) + '.';
    return { text: url, note: 'Copied the signed URL of ' + variant + '. ' + end };
  }
}

function createPicture() {
  const picture = element('img', { loading: 'lazy', decoding: 'async' });
  const node = element('div', { class: 'tile' }, picture);
  const result = element('p', { class: 'result' });
  const facts = element('ul', { class: 'facts' });
  const why = element('details', {}, element('summary', {}, 'Why this result'), facts);
  why.hidden = true;
  picture.addEventListener('load', () => tell('HEAD'));
  picture.addEventListener('error', () => tell('GET'));
  return {
    node,
    result,
    why,
    update({ id, version }, variant) {
      const options = JSON.stringify(variant.options);
      const query = new URLSearchParams({ id, version, variant: variant.id, options });
      setAttribute(picture, 'alt', 'As variant ' + variant.id);
      setAttribute(picture, 'src', 'preview?' + query);
    },
  };

  async function tell(method) {
    const { src } = picture;
    const init = { method, headers: { accept }, cache: 'no-store' };
    const response = await fetch(src, init).catch(() => undefined);
    if (!response) return;
    const words = response.ok ? describe(response.headers) : await response.text();
    if (src !== picture.src) return;
    setAttribute(node, 'data-state', response.ok ? 'shown' : 'broken');
    setText(result, words);
    const reasons = explain(response.headers);
    facts.replaceChildren(...reasons.map((reason) => element('li', {}, reason)));
    why.hidden = reasons.length === 0;
  }

  function describe(headers) {
    const size = sizeOf(picture.naturalWidth, picture.naturalHeight);
    const bytes = bytesOf(Number(headers.get('content-length')));
    return [size, typeOf(headers.get('content-type') ?? ''), bytes].join(', ');
  }
}

// What the header says, but for the cache: this page has one of its own.
function explain(headers) {
  const facts = (headers.get('x-cf-images-explain') ?? '').split('; ');
  return facts
    .filter((fact) => fact !== '' && !fact.startsWith('cache='))
    .map((fact) => fact.replaceAll('%3B', ';'));
}
`;
