import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'cf-images-tarball-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the packed package can be imported from an empty folder', () => {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
  const [tarball] = readdirSync(folder);
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'react-cf-images'), { recursive: true });
  execFileSync('tar', [
    '-xzf',
    join(folder, tarball as string),
    '--strip-components=1',
    '-C',
    join(modules, 'react-cf-images'),
  ]);
  // What npm would install beside it.
  for (const name of ['react', 'swr', 'use-sync-external-store', 'dequal']) {
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
  const program = `
    for (const entry of ['', '/url', '/server', '/node', '/dev']) {
      const module = await import('react-cf-images' + entry);
      console.log(entry || '.', Object.keys(module).length > 0);
    }`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(output.trim().split('\n')).toEqual(
    ['.', '/url', '/server', '/node', '/dev'].map((entry) => `${entry} true`),
  );
  expect(readdirSync(join(modules, 'react-cf-images')).sort()).toEqual(
    ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'docs', 'package.json'].sort(),
  );
});
