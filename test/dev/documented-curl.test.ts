import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedEmulator, serveEmulator } from '../../src/dev.js';
import { samplePng } from './sample-image.js';

// The calls of the documentation as people paste them into a terminal, with only the host, the
// account and the token replaced.
const run = promisify(execFile);
const isMissing = await run('curl', ['--version']).then(
  () => false,
  () => true,
);

describe.skipIf(isMissing)('curl, as the documentation uses it', () => {
  let emulator: ServedEmulator;
  let folder = '';
  beforeAll(async () => {
    emulator = await serveEmulator({ outgoing: async () => new Response(await samplePng()) });
    folder = await mkdtemp(join(tmpdir(), 'cf-images-curl-'));
    await writeFile(
      join(folder, 'image.png'),
      Buffer.from(await (await samplePng()).arrayBuffer()),
    );
  });
  afterAll(async () => {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  });
  const curl = async (path: string, ...args: string[]) => {
    const url = `${emulator.origin}/client/v4/accounts/local-account/images/${path}`;
    const auth = ['--header', 'Authorization: Bearer local-token'];
    const { stdout } = await run('curl', ['--silent', url, ...auth, ...args], { cwd: folder });
    return JSON.parse(stdout);
  };
  const json = ['--header', 'Content-Type: application/json'];

  test('uploads a file', async () => {
    const answer = await curl('v1', '--form', 'file=@./image.png');
    expect(answer).toMatchObject({ success: true, result: { filename: 'image.png' } });
  });

  test('uploads by URL, with metadata, under a custom id', async () => {
    const answer = await curl(
      'v1',
      '--form',
      'url=https://user:password@example.com/path/to/logo.png',
      '--form',
      'metadata={"key":"value"}',
      '--form',
      'id=folder/logo',
    );
    expect(answer.result).toMatchObject({ id: 'folder/logo', meta: { key: 'value' } });
  });

  test('makes a one-time URL and uses it', async () => {
    const expiry = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');
    const { result } = await curl(
      'v2/direct_upload',
      '--request',
      'POST',
      '--form',
      'requireSignedURLs=true',
      '--form',
      'metadata={"key":"value"}',
      '--form',
      `expiry=${expiry}`,
    );
    const { stdout } = await run('curl', [
      ...['--silent', '--request', 'POST', '--form', `file=@${join(folder, 'image.png')}`],
      result.uploadURL,
    ]);
    expect(JSON.parse(stdout).result).toMatchObject({ id: result.id, requireSignedURLs: true });
  });

  test('makes a variant, changes it, deletes it', async () => {
    const variant =
      '{"id":"hero","options":{"fit":"scale-down","metadata":"none","width":1366,"height":768},"neverRequireSignedURLs":true}';
    expect((await curl('v1/variants', ...json, '--data', variant)).result.variant.id).toBe('hero');
    const options = '{"options":{"width":100,"browser_ttl":3600}}';
    const changed = await curl(
      'v1/variants/hero',
      '--request',
      'PATCH',
      ...json,
      '--data',
      options,
    );
    expect(changed.result.variant.options).toMatchObject({ width: 100, browser_ttl: 3600 });
    expect((await curl('v1/variants/hero', '--request', 'DELETE')).success).toBe(true);
  });

  test('turns flexible variants on', async () => {
    const data = '{"flexible_variants": true}';
    const answer = await curl('v1/config', '--request', 'PATCH', ...json, '--data', data);
    expect(answer.result.flexible_variants).toBe(true);
  });

  test('makes a key, reads the statistics, lists with a filter', async () => {
    expect((await curl('v1/keys/name', '--request', 'PUT')).result.keys).toHaveLength(2);
    expect((await curl('v1/stats')).result.count).toHaveProperty('current');
    const list = await curl('v2?meta.key[eq]=value&per_page=10', '--globoff');
    expect(list.result.images.length).toBeGreaterThan(0);
  });

  test('changes an image and deletes it', async () => {
    const { result } = await curl('v1', '--form', 'file=@./image.png');
    const data = '{"metadata":{"updated":true},"requireSignedURLs":true}';
    const changed = await curl(`v1/${result.id}`, '--request', 'PATCH', ...json, '--data', data);
    expect(changed.result.meta).toEqual({ updated: true });
    const deleted = await curl(`v1/${changed.result.id}`, '--request', 'DELETE');
    expect(deleted).toMatchObject({ success: true, result: {} });
  });

  test('gets 415 for JSON where a form is due', async () => {
    const answer = await curl(
      'v2/direct_upload',
      ...json,
      '--data',
      '{"expiry":"2030-01-01T00:00:00Z"}',
    );
    expect(answer.errors[0].code).toBe(5415);
  });
});
