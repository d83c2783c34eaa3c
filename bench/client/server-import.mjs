import { execFileSync } from 'node:child_process';
import { interleave } from '../interleave.mjs';
import { round } from '../section.mjs';

const ours = new URL('../../dist/server.js', import.meta.url).href;
const scripts = {
  empty: '',
  ours: `const { createImagesClient } = await import('${ours}'); createImagesClient({ accountId: 'a', apiToken: 't' });`,
  sdk: `const { default: Cloudflare } = await import('cloudflare'); new Cloudflare({ apiToken: 't' });`,
};

/** What a cold start pays for the client of the API. @returns {Promise<import('../section.mjs').Section>} */
export default async function serverImport() {
  const run = (/** @type {keyof typeof scripts} */ name) => () => {
    execFileSync(process.execPath, ['--input-type=module', '--eval', scripts[name]], {
      cwd: import.meta.dirname,
    });
  };
  const found = await interleave(
    { empty: run('empty'), ours: run('ours'), sdk: run('sdk') },
    { rounds: 15, warmup: 1 },
  );
  const over = (/** @type {keyof typeof found} */ name) =>
    found[name].medianMs - found.empty.medianMs;
  const row = (/** @type {string} */ text, /** @type {keyof typeof found} */ name) => [
    text,
    round(over(name)),
    round(over(name) / over('ours')),
  ];
  return {
    title: 'Importing the client of the API',
    about:
      'A fresh Node process that imports the package and creates a client, minus an empty process.',
    columns: ['', 'ms', 'ratio'],
    rows: [row('ours', 'ours'), row('cloudflare', 'sdk')],
  };
}
