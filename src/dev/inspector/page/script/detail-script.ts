/** The dialog about one image. A module for the browser. */
export const detailScript = String.raw`import { createCopyable } from './copy.js';
import { createList, element, setText } from './elements.js';
import { createVariants } from './variants.js';
import { bytesOf, dateOf, linkOf, nameOf, sizeOf, typeOf } from './words.js';

/** The dialog about one image. onClose hears when it is closed. */
export function createDetail(dialog, onClose) {
  let id = null;
  const title = dialog.querySelector('h2');
  const gone = dialog.querySelector('.gone');
  const body = dialog.querySelector('.body');
  const showFacts = createList(dialog.querySelector('dl'), ([name]) => name, createFact);
  const showVariants = createVariants(dialog.querySelector('.variants'));
  const ids = createCopyable('image id', () => id ?? '');
  dialog.querySelector('.id').append(ids.node);
  dialog.querySelector('.close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    id = null;
    onClose();
  });

  return {
    open(image) {
      id = image.id;
      setText(title, nameOf(image));
      body.hidden = true;
      gone.hidden = true;
      dialog.showModal();
      dialog.querySelector('.scroll').scrollTop = 0;
    },
    show(state) {
      const image = state.selected;
      if (id === null || (image && image.id !== id)) return;
      gone.hidden = image !== null;
      body.hidden = image === null;
      ids.update();
      if (image === null) return;
      setText(title, nameOf(image));
      showFacts(factsOf(image, state.now));
      showVariants(image, state.variants);
    },
  };
}

function factsOf(image, now) {
  const access = image.requireSignedURLs ? 'Private' : 'Public';
  const content = image.draft
    ? [['State', 'Draft, ' + linkOf(image, now)]]
    : [
        ['Picture', typeOf(image.contentType) + ', ' + sizeOf(image.width, image.height)],
        ['Size', bytesOf(image.byteLength)],
      ];
  // On one line: a line break inside a value is written as an escape, so none is lost.
  const meta = JSON.stringify(image.meta, null, 1).replace(/\n\s*/g, ' ');
  return [
    ...content,
    ['Access', access],
    [image.draft ? 'Promised' : 'Uploaded', dateOf(image.uploaded)],
    ['Creator', image.creator ?? 'None'],
    ['Metadata', meta === '{}' ? 'None' : meta],
  ];
}

function createFact([name]) {
  const value = element('dd');
  return {
    node: element('div', { class: name.toLowerCase() }, element('dt', {}, name), value),
    update: ([, text]) => setText(value, text),
  };
}
`;
