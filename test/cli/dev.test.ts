import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/run-cli.js';

let program = '';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cf-images-cli-'));
  // Inside the project, so that the program finds its packages.
  program = resolve('node_modules/.cache/cli-under-test.mjs');
  await mkdir(resolve('node_modules/.cache'), { recursive: true });
  await build({
    entryPoints: ['src/cli.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, ...env } });
  const output = { text: '', errors: '' };
  child.stdout.on('data', (chunk) => (output.text += chunk));
  child.stderr.on('data', (chunk) => (output.errors += chunk));
  const ended = new Promise<number | null>((settle) => child.on('close', settle));
  const line = async (pattern: RegExp) => {
    for (;;) {
      const match = pattern.exec(output.text);
      if (match) return match[1] as string;
      if (child.exitCode !== null) throw new Error(output.errors);
      await new Promise((wait) => setTimeout(wait, 10));
    }
  };
  return { child, output, ended, line };
}

async function run(...args: string[]) {
  const text = { out: '', error: '' };
  const code = await runCli(args, {
    stdout: { write: (chunk) => (text.out += chunk) },
    stderr: { write: (chunk) => (text.error += chunk) },
  });
  return { code, ...text };
}

describe('react-cf-images dev', () => {
  test('prints lines that work as they are, and keeps its folder', async () => {
    const data = join(folder, 'data');
    const first = start(['dev', '--port', '0', '--data', data, '--flexible']);
    const api = await first.line(/^CF_API_URL=(.+)$/m);
    const accountId = await first.line(/^CF_ACCOUNT_ID=(.+)$/m);
    const token = await first.line(/^CF_API_TOKEN=(.+)$/m);
    const form = new FormData();
    form.set('id', 'kept');
    const answer = await fetch(`${api}/accounts/${accountId}/images/v2/direct_upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    expect(answer.status).toBe(200);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);

    const second = start(['dev', '--port', '0', '--data', data, '--log']);
    const again = await second.line(/^CF_API_URL=(.+)$/m);
    const details = await fetch(`${again}/accounts/${accountId}/images/v1/kept`, {
      headers: { authorization: `Bearer ${token}` },
    }).then((response) => response.json());
    expect(details.result).toMatchObject({ id: 'kept', draft: true });
    await second.line(/^(200 GET api \/accounts\/local-account\/images\/v1\/kept \d+ ms)$/m);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  test('does not start in production unless told', async () => {
    const refused = start(['dev', '--port', '0'], { NODE_ENV: 'production' });
    expect(await refused.ended).toBe(1);
    expect(refused.output.errors).toContain('NODE_ENV=production');
    const told = start(['dev', '--port', '0', '--allow-production'], { NODE_ENV: 'production' });
    await told.line(/(at http:)/);
    told.child.kill();
    expect(await told.ended).toBe(0);
  });

  test('says in a sentence what it did not understand', async () => {
    expect(await run('dev', '--port', 'many')).toMatchObject({
      code: 2,
      error: expect.stringContaining('not "many"'),
    });
    expect(await run('dev', '--colour')).toMatchObject({
      code: 2,
      error: expect.stringContaining("'--colour'"),
    });
    expect(await run('paint')).toMatchObject({
      code: 2,
      error: expect.stringContaining('no command "paint"'),
    });
  });

  test('explains itself', async () => {
    for (const args of [['--help'], ['dev', '--help']]) {
      const { code, out } = await run(...args);
      expect(code).toBe(0);
      expect(out).toContain('--port <number>');
    }
  });
});
