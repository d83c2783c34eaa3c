// One contestant of start.mjs. Prints how long it took, as soon as it knows.
const began = performance.now();
// A literal that Node resolves at once: a helper of ours would be part of what is measured.
const dev = new URL('../../dist/dev.js', import.meta.url).href;
const path = '/client/v4/accounts/local-account/images/v2';
const headers = { authorization: 'Bearer local-token' };

/** @type {Record<string, () => Promise<(() => unknown) | void>>} */
const contestants = {
  async empty() {},
  // Node loads its fetch at the first use; nothing that answers with a Response can be faster.
  async classes() {
    mustBe(200, new Response(new Request('http://localhost/').url));
  },
  async ours() {
    const { createEmulator } = await import(dev);
    mustBe(200, await createEmulator().fetch(`https://api.cloudflare.com${path}`, { headers }));
  },
  async served() {
    const { serveEmulator } = await import(dev);
    const emulator = await serveEmulator();
    mustBe(200, await fetch(`${emulator.origin}${path}`, { headers }));
  },
  async directory() {
    const { createEmulator } = await import(dev);
    const { mkdtempSync, rmSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const directory = mkdtempSync(`${tmpdir()}/cf-images-bench-`);
    const emulator = createEmulator({ store: { directory } });
    mustBe(200, await emulator.fetch(`https://api.cloudflare.com${path}`, { headers }));
    return () => rmSync(directory, { recursive: true });
  },
  async miniflare() {
    const { Miniflare } = await import('miniflare');
    const worker = new Miniflare({
      modules: true,
      script:
        'export default { async fetch(_, env) { return Response.json(await env.IMAGES.hosted.list()); } }',
      compatibilityDate: '2026-04-01',
      images: { binding: 'IMAGES' },
      cf: false,
    });
    mustBe(200, await worker.dispatchFetch('http://localhost/'));
    return () => worker.dispose();
  },
};

const end = await contestants[process.argv[2] ?? '']?.();
process.stdout.write(String(performance.now() - began));
await end?.();
process.exit(0);

/** @param {number} status @param {{ status: number }} answer */
function mustBe(status, answer) {
  if (answer.status !== status) throw new Error(`Answered ${answer.status}, not ${status}.`);
}
