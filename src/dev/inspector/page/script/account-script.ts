/** The account, its settings and its clock. A module for the browser. */
export const accountScript = `import { createCopyable } from './copy.js';
import { createList, element, setText } from './elements.js';
import { countOf, dateOf, optionsOf, spanOf } from './words.js';

/** What the account is, its variants, the names of its keys, and its clock. */
export function createAccount(section, { onChanged }) {
  let state;
  const places = [
    ['account id', () => state.accountId],
    ['account hash', () => state.accountHash],
    ['API base URL', () => location.origin + '/client/v4'],
    ['delivery origin', () => location.origin + '/imagedelivery.net'],
  ];
  const showPlaces = createList(section.querySelector('.places'), ([name]) => name, createPlace);
  const showSettings = createList(
    section.querySelector('.settings'),
    ([name]) => name,
    createSetting,
  );
  const showVariants = createList(
    section.querySelector('.variant-list'),
    ({ id }) => id,
    createVariant,
  );
  const showKeys = createList(section.querySelector('.keys'), (name) => name, createKey);
  const said = section.querySelector('.clock output');
  for (const button of section.querySelectorAll('.clock button')) {
    button.addEventListener('click', () => moveClock(Number(button.value)));
  }

  return (next) => {
    state = next;
    showPlaces(places);
    showSettings(settingsOf(state));
    showVariants(state.variants);
    showKeys(state.keyNames);
    setText(section.querySelector('.now'), dateOf(state.now));
    const isAhead = state.aheadMs >= 1000;
    setText(
      section.querySelector('.ahead'),
      isAhead ? spanOf(state.aheadMs) + ' ahead' : 'The present',
    );
    section.querySelector('.clock button[value="0"]').disabled = !isAhead;
  };

  async function moveClock(seconds) {
    const init =
      seconds === 0 ? { method: 'DELETE' } : { method: 'POST', body: JSON.stringify({ seconds }) };
    try {
      const response = await fetch('clock', {
        ...init,
        headers: { 'content-type': 'application/json' },
      });
      const { now, error } = await response.json();
      if (error) throw new Error(error);
      setText(
        said,
        seconds === 0 ? 'Back in the present.' : 'The clock now says ' + dateOf(now) + '.',
      );
      onChanged();
    } catch (error) {
      setText(said, error.message);
    }
  }
}

function createPlace([name, getValue]) {
  const { node, update } = createCopyable(name, getValue);
  return { node: element('div', {}, element('dt', {}, name), element('dd', {}, node)), update };
}

function createSetting([name]) {
  const value = element('dd');
  const node = element('div', {}, element('dt', {}, name), value);
  return { node, update: ([, text]) => setText(value, text) };
}

function createVariant({ id }) {
  const options = element('span', { class: 'muted' });
  return {
    node: element('li', {}, element('strong', {}, id), options),
    update(variant) {
      const free = variant.neverRequireSignedURLs ? ', never needs a signature' : '';
      setText(options, optionsOf(variant.options) + free);
    },
  };
}

function createKey(name) {
  return { node: element('li', {}, element('strong', {}, name)), update: () => {} };
}

function settingsOf({ config, imageCount, allowedImages }) {
  return [
    ['Stored', countOf(imageCount) + ' of ' + countOf(allowedImages) + ' images'],
    ['Flexible variants', config.flexible_variants ? 'On' : 'Off'],
    ['Browsers keep', spanOf(config.browser_ttl * 1000)],
    ['Content credentials', config.preserve_content_credentials ? 'Kept' : 'Not kept'],
  ];
}
`;
