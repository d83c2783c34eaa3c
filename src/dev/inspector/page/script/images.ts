/** The cards of images and drafts. A module for the browser. */
export const imagesScript = `import { createList, element, setAttribute, setText } from './elements.js';
import { bytesOf, countOf, linkOf, nameOf, sizeOf, typeOf } from './words.js';

/** The images and drafts as cards. \`onOpen\` gets an id, \`onMore\` asks for more of them. */
export function createImages(section, { onOpen, onMore }) {
  let now = 0;
  const grid = section.querySelector('.grid');
  const empty = section.querySelector('.empty');
  const more = section.querySelector('.more');
  more.querySelector('button').addEventListener('click', onMore);
  const show = createList(
    grid,
    ({ id, draft }) => \`\${draft} \${id}\`,
    (image) => (image.draft ? createDraft(image) : createCard(image)),
  );

  return (state) => {
    now = state.now;
    show([...state.drafts, ...state.images]);
    empty.hidden = state.images.length + state.drafts.length > 0;
    more.hidden = state.images.length >= state.imageCount;
    const counts = \`\${countOf(state.images.length)} of \${countOf(state.imageCount)} images are shown.\`;
    setText(more.querySelector('span'), counts);
  };

  function createFrame({ id }, ...children) {
    const button = element(
      'button',
      { type: 'button', class: 'card', onclick: () => onOpen(id) },
      ...children,
    );
    return element('li', {}, button);
  }

  function createDraft(image) {
    const name = element('span', { class: 'name' });
    const facts = element('span', { class: 'facts' });
    const tile = element('span', { class: 'tile draft' }, 'Draft');
    return {
      node: createFrame(image, tile, name, facts),
      update(draft) {
        setText(name, draft.id);
        setText(facts, linkOf(draft, now));
      },
    };
  }

  function createCard(first) {
    const picture = element('img', { alt: '', loading: 'lazy', decoding: 'async' });
    const note = element('span', { class: 'note', hidden: true }, 'No preview');
    picture.addEventListener('error', () => showPicture(false));
    picture.addEventListener('load', () => showPicture(true));
    const name = element('span', { class: 'name' });
    const facts = element('span', { class: 'facts' });
    const badge = element('span', { class: 'badge' }, 'Private');
    const tile = element('span', { class: 'tile' }, picture, note, badge);
    return {
      node: createFrame(first, tile, name, facts),
      update(image) {
        setAttribute(picture, 'src', thumbnailOf(image));
        setText(name, nameOf(image));
        const { width, height, byteLength, contentType } = image;
        setText(
          facts,
          [typeOf(contentType), sizeOf(width, height), bytesOf(byteLength)].join(' \\u00b7 '),
        );
        badge.hidden = !image.requireSignedURLs;
      },
    };

    function showPicture(isShown) {
      picture.hidden = !isShown;
      note.hidden = isShown;
    }
  }
}

function thumbnailOf({ id, version }) {
  return \`preview?\${new URLSearchParams({ id, version })}\`;
}
`;
