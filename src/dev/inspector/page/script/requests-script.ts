/** The request log. A module for the browser. */
export const requestsScript = `import { createList, element, setText } from './elements.js';
import { timeOf } from './words.js';

/** The latest requests, newest first. */
export function createRequests(section) {
  const show = createList(section.querySelector('ol'), ({ sequence }) => sequence, createRow);
  return ({ requests }) => {
    show(requests);
    section.querySelector('.empty').hidden = requests.length > 0;
  };
}

// A request that was answered does not change any more.
function createRow({ at, host, method, path, status, durationMs, faulty }) {
  const outcome = status ?? 'cut';
  const node = element(
    'li',
    { class: 'request' },
    element('time', { datetime: at }, timeOf(at)),
    element('span', { class: 'status', 'data-kind': kindOf(status) }, String(outcome)),
    element('span', { class: 'method' }, method),
    element('span', { class: 'host' }, host),
    element('code', { class: 'path' }, path),
    element('span', { class: 'duration' }, durationMs + ' ms'),
  );
  if (faulty)
    node.querySelector('.path').append(' ', element('span', { class: 'badge' }, 'scripted fault'));
  return { node, update: () => setText(node.querySelector('.status'), String(outcome)) };
}

function kindOf(status) {
  if (status === undefined || status >= 500) return 'broken';
  return status >= 400 ? 'refused' : 'fine';
}
`;
