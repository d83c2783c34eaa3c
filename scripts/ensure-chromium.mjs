// Finds a Chromium for the tests, or installs one: the distribution's package where apt and
// the right to use it are at hand, Playwright's own download elsewhere.
import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.mjs';

/** @param {string} command @param {string[]} args */
function run(command, args) {
  console.log(`ensure-chromium: ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
}

if (findChromium() === undefined) {
  if (process.env.CHROMIUM_PATH) {
    console.error(`ensure-chromium: CHROMIUM_PATH names no file: ${process.env.CHROMIUM_PATH}`);
    process.exit(1);
  }
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0;
  const apt =
    mayInstall &&
    run('apt-get', ['update', '-qq']) &&
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  if (!apt) run('npx', ['--no-install', 'playwright', 'install', 'chromium']);
  if (findChromium() === undefined) {
    console.error(
      'ensure-chromium: no Chromium. Install one, or set CHROMIUM_PATH to its program.',
    );
    process.exit(1);
  }
}
