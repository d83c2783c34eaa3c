import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { interleave, median } from '../interleave.mjs';
import { round } from '../section.mjs';

const rounds = 15;
const script = fileURLToPath(new URL('start-child.mjs', import.meta.url));

/** From nothing to the first answer, in fresh processes. @returns {Promise<import('../section.mjs').Section>} */
export default async function start() {
  /** @type {Record<string, number[]>} */
  const inside = {};
  const contestant = (/** @type {string} */ name) => async () => {
    const { total, own } = await startOnce(name);
    (inside[name] ??= []).push(own);
    return total;
  };
  const found = await interleave(
    {
      empty: contestant('empty'),
      classes: contestant('classes'),
      ours: contestant('ours'),
      served: contestant('served'),
      directory: contestant('directory'),
      miniflare: contestant('miniflare'),
    },
    { rounds, warmup: 1 },
  );
  const over = (/** @type {keyof typeof found} */ name) =>
    found[name].medianMs - found.empty.medianMs;
  const own = (/** @type {string} */ name) => median((inside[name] ?? []).slice(1));
  const row = (/** @type {string} */ text, /** @type {keyof typeof found} */ name) => [
    text,
    round(own(name)),
    round(over(name)),
    round(over(name) / over('ours'), 1),
  ];
  return {
    title: 'Import to the first answer',
    about:
      'A fresh Node process imports the emulator and lists its (no) images. "In the process" is the time between the first line of the script and the answer; "over an empty process" is the time from spawn to the answer minus that of a script without a line.',
    columns: ['', 'in the process, ms', 'over an empty process, ms', 'ratio'],
    rows: [
      row("Node's own Request and Response, nothing else", 'classes'),
      row('createEmulator, memory', 'ours'),
      row('serveEmulator, over HTTP', 'served'),
      row('createEmulator, a new folder', 'directory'),
      row('miniflare, Images binding', 'miniflare'),
    ],
    targets: [
      {
        wanted: 'import to ready in at most 35 ms',
        found: `${round(own('ours'))} ms in the process, ${round(over('ours'))} ms over an empty one`,
        met: Math.max(own('ours'), over('ours')) <= 35,
      },
    ],
  };
}

/** @param {string} name */
async function startOnce(name) {
  const spawned = performance.now();
  const child = spawn(process.execPath, [script, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = /** @type {[Buffer]} */ (await once(child.stdout, 'data'));
  const total = performance.now() - spawned;
  await once(child, 'exit');
  return { total, own: Number(line.toString()) };
}
