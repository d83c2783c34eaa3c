import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedEmulator, serveEmulator } from '../../../src/dev.js';
import { picture } from '../suite/sample-forms.js';
import { curlExamples } from './curl-examples.js';

// The commands of the documentation, run by a shell as they are printed, with nothing but the
// host and the placeholders replaced.
const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl) console.log('curl.test.ts is skipped: there is no curl on this machine.');

let emulator: ServedEmulator;
let folder = '';
beforeAll(async () => {
  const bytes = await (await picture()).arrayBuffer();
  emulator = await serveEmulator({
    // Whoever is asked has the picture, if the password of the example is right.
    outgoing: async ({ headers }) => {
      const basic = headers.get('authorization');
      const isFine = basic === null || basic === `Basic ${btoa('user:password')}`;
      return new Response(isFine ? bytes : null, { status: isFine ? 200 : 401 });
    },
  });
  folder = await mkdtemp(join(tmpdir(), 'curl-examples-'));
  await writeFile(join(folder, 'cat.png'), Buffer.from(bytes));
});
afterAll(async () => {
  await emulator?.close();
  await rm(folder, { recursive: true, force: true });
});

function fillIn(command: string, given: Readonly<Record<string, string>> = {}): string {
  const { origin, accountId, accountHash, token } = emulator;
  const values: Record<string, string> = {
    '{account_id}': accountId,
    '<ACCOUNT_ID>': accountId,
    '<ACCOUNT_TAG>': accountId,
    $ACCOUNT_ID: accountId,
    '<API_TOKEN>': token,
    $CLOUDFLARE_API_TOKEN: token,
    '<BATCH_TOKEN>': batchToken,
    '<ACCOUNT_HASH>': accountHash,
    '{account_hash}': accountHash,
    'https://api.cloudflare.com': `${origin}/api.cloudflare.com`,
    'https://batch.imagedelivery.net': `${origin}/batch.imagedelivery.net`,
    'https://imagedelivery.net': `${origin}/imagedelivery.net`,
    'https://example.com/cdn-cgi': `${origin}/cdn-cgi`,
    ...given,
  };
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(name, value),
    command,
  );
}

let batchToken = 'none-yet';

/** Standard output and errors in one, as somebody at a terminal sees them. */
async function run(command: string): Promise<string> {
  const options = { cwd: folder, encoding: 'latin1', timeout: 20_000 } as const;
  // A user's own .curlrc is none of our business; HOME is the one place it is read from.
  const env = { ...process.env, HOME: folder, LC_ALL: 'C' };
  const shown = await promisify(execFile)('sh', ['-c', command], { ...options, env }).catch(
    (error: { stdout: string; stderr: string }) => error,
  );
  return shown.stdout + shown.stderr;
}

describe.runIf(hasCurl)('the curl commands of the documentation', () => {
  test.each(curlExamples.filter(({ broken }) => !broken))(
    '$name ($page)',
    async ({ command, given, answer, starts }) => {
      const output = await run(fillIn(command, given));
      if (starts !== undefined) {
        expect(output.slice(0, starts.length)).toBe(starts);
        return;
      }
      const body: unknown = JSON.parse(output.slice(0, output.lastIndexOf('}') + 1));
      expect(body).toMatchObject(answer ?? {});
      const { result } = body as { result: { token?: string } };
      batchToken = result.token ?? batchToken;
    },
  );

  test.each(curlExamples.flatMap((each) => (each.broken ? [{ ...each, ...each.broken }] : [])))(
    'is broken as printed: $name. $because',
    async ({ command, given, says }) => {
      expect(await run(fillIn(command, given))).toMatch(says);
    },
  );

  test('the upload form of the documentation, as curl would send it', async () => {
    const ticket = await run(
      fillIn(
        `curl --request POST https://api.cloudflare.com/client/v4/accounts/{account_id}/images/v2/direct_upload --header "Authorization: Bearer <API_TOKEN>" --form 'expiry=${new Date(Date.now() + 600_000).toISOString()}'`,
      ),
    );
    const [, uploadURL] = /"uploadURL":"([^"]+)"/.exec(ticket) ?? [];
    expect(await run(`curl --form file=@./cat.png ${uploadURL}`)).toContain('"filename":"cat.png"');
    expect(await run(`curl --form file=@./cat.png ${uploadURL}`)).toContain('"code":5409');
  });
});
