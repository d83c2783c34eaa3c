/** The variants of one image, live. A module for the browser. */
export const variantsScript = `import { createCopy } from './copy.js';
import { createList, element, setAttribute, setText } from './elements.js';
import { bytesOf, dateOf, optionsOf, sizeOf, spanOf, typeOf } from './words.js';

// What an <img> of this browser would say, so that the answer is the one it gets.
const accept = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

/** Every variant of one image with a live preview and a button that copies its URL. */
export function createVariants(section) {
  let image;
  let state;
  const lifetime = section.querySelector('select');
  const show = createList(section.querySelector('ul'), ({ key }) => key, createRow);

  return (nextImage, nextState) => {
    image = nextImage;
    state = nextState;
    section.hidden = image.draft;
    section.querySelector('.lifetime').hidden = !image.requireSignedURLs;
    // A row belongs to one image: the next one starts with fresh pictures and words.
    show(
      image.draft
        ? []
        : state.variants.map((variant) => ({ variant, key: \`\${variant.id} \${image.id}\` })),
    );
  };

  function createRow({ variant: { id } }) {
    let isSigned = false;
    const picture = createPicture();
    const options = element('p', { class: 'muted' });
    const signed = createCopy('Copy signed URL', () => sign(id), showLink);
    const plain = createCopy('Copy URL', () => ({
      text: urlOf(id),
      note: \`Copied the URL of \${id}.\`,
    }));
    const link = element('a', { target: '_blank', rel: 'noreferrer', class: 'open' }, 'Open');
    const actions = element('div', { class: 'actions' }, signed.button, plain.button, link);
    const words = element(
      'div',
      {},
      element('h4', {}, id),
      options,
      picture.words,
      actions,
      signed.said,
      plain.said,
    );
    return {
      node: element('li', { class: 'variant' }, picture.node, words),
      update({ variant }) {
        isSigned = image.requireSignedURLs && !variant.neverRequireSignedURLs;
        const free = image.requireSignedURLs && !isSigned ? ', needs no signature' : '';
        setText(options, optionsOf(variant.options) + free);
        picture.update(image, variant);
        signed.button.hidden = !isSigned;
        plain.button.hidden = isSigned;
        if (!isSigned) showLink(urlOf(id));
        else if (!link.href.includes('sig=')) link.hidden = true;
      },
    };

    function showLink(url) {
      setAttribute(link, 'href', url);
      link.hidden = false;
    }
  }

  function urlOf(variantId) {
    const path = [...image.id.split('/'), variantId].map(encodeURIComponent).join('/');
    return \`\${location.origin}/imagedelivery.net/\${state.accountHash}/\${path}\`;
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
        : \`It ends in \${spanOf(expiresInSeconds * 1000)}, \${dateOf(expiresAt)}.\`;
    return { text: url, note: \`Copied the signed URL of \${variant}. \${end}\` };
  }
}

function createPicture() {
  const picture = element('img', { alt: '', loading: 'lazy', decoding: 'async' });
  const node = element('div', { class: 'tile' }, picture);
  const result = element('p', { class: 'result' });
  const facts = element('ul', { class: 'facts' });
  const why = element(
    'details',
    { hidden: true },
    element('summary', {}, 'Why this result'),
    facts,
  );
  picture.addEventListener('load', () => tell('HEAD'));
  picture.addEventListener('error', () => tell('GET'));
  return {
    node,
    words: element('div', {}, result, why),
    update({ id, version }, variant) {
      const shape = JSON.stringify(variant.options);
      setAttribute(
        picture,
        'src',
        \`preview?\${new URLSearchParams({ id, variant: variant.id, version, shape })}\`,
      );
      setAttribute(picture, 'alt', \`Variant \${variant.id}\`);
    },
  };

  async function tell(method) {
    const { src } = picture;
    const response = await fetch(src, { method, headers: { accept } }).catch(() => undefined);
    if (!response || src !== picture.src) return;
    const { headers } = response;
    const size = sizeOf(picture.naturalWidth, picture.naturalHeight);
    picture.hidden = !response.ok;
    setText(
      result,
      response.ok
        ? \`\${size}, \${typeOf(headers.get('content-type'))}, \${bytesOf(Number(headers.get('content-length')))}\`
        : await response.text(),
    );
    const explained = headers.get('x-cf-images-explain') ?? '';
    facts.replaceChildren(
      ...explained
        .split('; ')
        .filter(Boolean)
        .map((fact) => element('li', {}, fact.replaceAll('%3B', ';'))),
    );
    why.hidden = explained === '';
  }
}
`;
