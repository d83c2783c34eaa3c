// npm run bench            every benchmark, and RESULTS.md
// npm run bench -- start   only those whose name contains the word; nothing is written
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { toMarkdown } from './section.mjs';

const groups = {
  'The emulator': [
    'emulator/start',
    'emulator/first-image',
    'emulator/repeat-delivery',
    'emulator/rendered-once',
    'emulator/list-page',
    'emulator/memory',
  ],
  'In the app': [
    'client/sizes',
    'client/server-rendering',
    'client/srcset',
    'client/server-import',
  ],
};

const word = process.argv[2] ?? '';
const machine = `${availableParallelism()} cores, Node ${process.versions.node.split('.')[0]}`;
const date = new Date().toISOString().slice(0, 10);
const parts = [
  '# Side by side',
  `Made by \`npm run bench\` on ${date}; ${machine}. The contestants took turns, on a machine that
others used too: believe the ratios, not the milliseconds. Every number is a median.`,
];
let missed = 0;

for (const [heading, names] of Object.entries(groups)) {
  const chosen = names.filter((name) => name.includes(word));
  if (chosen.length > 0) show(`## ${heading}`);
  for (const name of chosen) {
    const section = await runSection(name);
    missed += section.targets?.filter((target) => !target.met).length ?? 0;
    show(toMarkdown(section));
  }
}
if (word === '') await writeFile(new URL('RESULTS.md', import.meta.url), `${parts.join('\n\n')}\n`);
console.log(missed === 0 ? 'Every target was met.' : `Targets missed: ${missed}.`);

/** @param {string} part */
function show(part) {
  parts.push(part);
  console.log(`${part}\n`);
}

/**
 * In a process of its own: what one leaves behind in memory must not slow the next.
 * @param {string} name
 * @returns {Promise<import('./section.mjs').Section>}
 */
async function runSection(name) {
  const child = fork(new URL('run-section.mjs', import.meta.url), [name], {
    execArgv: ['--expose-gc'],
    env: { ...process.env, NODE_ENV: name.startsWith('client/') ? 'production' : 'test' },
  });
  /** @type {import('./section.mjs').Section | undefined} */
  let section;
  child.on('message', (message) => {
    section = /** @type {import('./section.mjs').Section} */ (message);
  });
  const [code] = await once(child, 'exit');
  if (section === undefined) throw new Error(`${name} ended with ${code} and no result.`);
  return section;
}
