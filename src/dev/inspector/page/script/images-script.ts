/** The cards of images and drafts. A module for the browser. */
export const imagesScript = String.raw`import { createList, element, setAttribute, setText } from './elements.js';
import { bytesOf, countOf, linkOf, nameOf, sizeOf, typeOf } from './words.js';

/** Images as cards, drafts as lines above. onOpen gets one of them, onMore asks for more. */
export function createImages(section, { onOpen, onMore }) {
  let now = 0;
  const drafts = section.querySelector('.drafts');
  const empty = section.querySelector('.empty');
  const more = section.querySelector('.more');
  more.querySelector('button').addEventListener('click', onMore);
  const idOf = ({ id }) => id;
  const showDrafts = createList(drafts.querySelector('ul'), idOf, createDraft);
  const showImages = createList(section.querySelector('.grid'), idOf, createCard);

  return (state) => {
    now = state.now;
    showDrafts(state.drafts);
    showImages(state.images);
    drafts.hidden = state.drafts.length === 0;
    empty.hidden = state.images.length > 0;
    more.hidden = state.images.length === 0 || state.images.length >= state.imageCount;
    const counts = countOf(state.images.length) + ' of ' + countOf(state.imageCount);
    setText(more.querySelector('span'), counts + ' images are shown.');
  };

  function createDraft(image) {
    const link = element('span', { class: 'muted' });
    const name = element('code', {}, image.id);
    const open = { type: 'button', class: 'draft', onclick: () => onOpen(image) };
    return {
      node: element('li', {}, element('button', open, name, link)),
      update: (draft) => setText(link, linkOf(draft, now)),
    };
  }

  function createCard(image) {
    const picture = element('img', { alt: '', loading: 'lazy', decoding: 'async' });
    const badge = element('span', { class: 'badge' }, 'Private');
    const note = element('span', { class: 'note' }, 'No preview');
    const tile = element('span', { class: 'tile' }, picture, note, badge);
    const name = element('span', { class: 'name' }, nameOf(image));
    const facts = element('span', { class: 'facts' });
    const open = { type: 'button', class: 'card', onclick: () => onOpen(image) };
    picture.addEventListener('error', () => setAttribute(tile, 'data-state', 'broken'));
    picture.addEventListener('load', () => setAttribute(tile, 'data-state', 'shown'));
    return {
      node: element('li', {}, element('button', open, tile, name, facts)),
      update({ id, version, contentType, width, height, byteLength, requireSignedURLs }) {
        setAttribute(picture, 'src', 'preview?' + new URLSearchParams({ id, version }));
        const words = [typeOf(contentType), sizeOf(width, height), bytesOf(byteLength)];
        setText(facts, words.join(' \u00b7 '));
        badge.hidden = !requireSignedURLs;
      },
    };
  }
}
`;
