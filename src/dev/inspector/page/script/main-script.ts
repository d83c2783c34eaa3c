/** The start of the page: asks for the state every two seconds and shows it. A module for the browser. */
export const mainScript = `import { createAccount } from './account.js';
import { createDetail } from './detail.js';
import { setAttribute, setText } from './elements.js';
import { createImages } from './images.js';
import { createRequests } from './requests.js';
import { countOf, spanOf, timeOf } from './words.js';

const everyMs = 2000;
const pageSize = 60;
const byId = (id) => document.getElementById(id);

let shown = pageSize;
let selected = null;
let asked = 0;
let timer = 0;

const detail = createDetail(byId('detail'), () => {
  selected = null;
});
const views = [
  createImages(byId('images'), {
    onOpen(image) {
      selected = image.id;
      detail.open(image);
      refresh();
    },
    onMore() {
      shown += pageSize;
      refresh();
    },
  }),
  createRequests(byId('requests')),
  createAccount(byId('account'), { onChanged: refresh }),
  detail.show,
  showHeader,
];

addEventListener('hashchange', showSection);
document.addEventListener('visibilitychange', () => document.hidden || refresh());
showSection();
refresh();

// One at a time: whatever asks anew makes the answer under way too old to be shown.
async function refresh() {
  clearTimeout(timer);
  asked += 1;
  const mine = asked;
  const problem = await readState().then(
    (state) => {
      if (mine === asked) for (const show of views) show(state);
      return '';
    },
    (error) => error.message,
  );
  if (mine !== asked) return;
  showProblem(problem);
  if (!document.hidden) timer = setTimeout(refresh, everyMs);
}

async function readState() {
  const query = new URLSearchParams({ images: String(Math.min(shown, 1000)) });
  if (selected !== null) query.set('selected', selected);
  const response = await fetch('state?' + query, { signal: AbortSignal.timeout(10_000) }).catch(
    () => {
      throw new Error(
        'The emulator does not answer. This page shows what it said last, and keeps asking.',
      );
    },
  );
  const state = await response.json();
  if (!response.ok) throw new Error(state.error);
  return state;
}

function showHeader(state) {
  setText(byId('image-count'), countOf(state.imageCount));
  setText(byId('request-count'), countOf(state.requestCount));
  setText(byId('clock'), timeOf(state.now));
  setText(byId('ahead'), state.aheadMs >= 1000 ? spanOf(state.aheadMs) + ' ahead' : '');
}

function showProblem(problem) {
  byId('problem').hidden = problem === '';
  setText(byId('problem'), problem);
  setText(byId('live'), problem === '' ? 'Live' : 'Waiting');
  byId('live').dataset.state = problem === '' ? 'live' : 'waiting';
}

function showSection() {
  const name = ['requests', 'account'].find((each) => location.hash === '#' + each) ?? 'images';
  for (const section of document.querySelectorAll('main > section'))
    section.hidden = section.id !== name;
  for (const link of document.querySelectorAll('nav a')) {
    setAttribute(link, 'aria-current', link.hash === '#' + name ? 'page' : null);
  }
}
`;
