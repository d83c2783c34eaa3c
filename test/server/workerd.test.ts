import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startScriptedService, success, type ScriptedService } from './scripted-service.js';

// The same handler inside workerd, the runtime of Workers, bundled as wrangler would.
const worker = `
  import { createImagesClient, createImagesHandler } from './src/server.js';
  export default {
    fetch(request, env) {
      const images = createImagesClient({ accountId: 'acc', apiToken: env.TOKEN, baseUrl: env.BASE });
      const authorize = ({ request }) => request.headers.has('x-visitor') && { creator: 'ann' };
      return createImagesHandler({ images, authorize, onStored: () => {} })(request);
    },
  };
`;
const token = 'secret-test-token-4711';

let service: ScriptedService;
let runtime: Miniflare;
beforeAll(async () => {
  const image = { id: 'a', uploaded: 'now', variants: [], creator: 'ann' };
  service = await startScriptedService(
    success({ id: 'new', uploadURL: 'https://upload.example/new' }),
    success(image),
    (outgoing) => void outgoing.destroy(),
    success({ images: [image], continuation_token: null }),
  );
  const bundle = await build({
    stdin: { contents: worker, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
  });
  runtime = new Miniflare({
    modules: true,
    script: bundle.outputFiles[0]?.text ?? '',
    compatibilityDate: '2026-04-01',
    bindings: { TOKEN: token, BASE: service.baseUrl },
    cf: false,
  });
  await runtime.ready;
});

afterAll(async () => {
  await runtime?.dispose();
  await service?.close();
});

async function call(
  path: string,
  init: { method?: string; json?: unknown; visitor?: string } = {},
) {
  const response = await runtime.dispatchFetch(`https://app.example/api/images${path}`, {
    method: init.method ?? 'GET',
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(init.visitor === undefined ? { 'x-visitor': 'ann' } : {}),
      ...(init.json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(init.json === undefined ? {} : { body: JSON.stringify(init.json) }),
  });
  const body = await response.text();
  expect(body).not.toContain(token);
  return { status: response.status, body: JSON.parse(body) };
}

it('runs in workerd: tickets, status, lists after a lost connection, denials', async () => {
  const ticket = await call('/direct-upload', { method: 'POST', json: { size: 5 } });
  expect(ticket).toMatchObject({ status: 200, body: { id: 'new' } });
  expect(service.seen[0]?.headers.authorization).toBe(`Bearer ${token}`);
  expect(service.seen[0]?.body).toContain('name="creator"');
  expect(await call('/status?id=a')).toMatchObject({ status: 200, body: { status: 'ready' } });
  expect((await call('/images')).body.images).toHaveLength(1);
  expect((await call('/images', { visitor: 'none' })).status).toBe(403);
  expect((await call('/nothing')).status).toBe(404);
  const large = { filename: 'x'.repeat(70_000) };
  expect((await call('/direct-upload', { method: 'POST', json: large })).status).toBe(413);
  expect(service.seen).toHaveLength(4);
});
