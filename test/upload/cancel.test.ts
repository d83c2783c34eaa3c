import { describe, expect, it, vi } from 'vitest';
import { pngFile } from './sample-files.js';
import { sendWithFetch } from './send-with-fetch.js';
import { until, isWaiting, setUpScene } from './upload-scene.js';
import { cut, hang, slow } from './upload-server.js';

const scene = setUpScene();

describe('nothing is sent after a cancel', () => {
  async function expectSilence() {
    const before = [scene.server.calls.length, scene.server.posts.length];
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect([scene.server.calls.length, scene.server.posts.length]).toEqual(before);
  }

  it('of a file that waits for its turn', async () => {
    scene.server.script('upload', slow(40));
    const engine = scene.createEngine({ concurrency: 1 });
    const [, second = '', third = ''] = engine.add([pngFile(), pngFile(), pngFile()]);
    await until(() => scene.server.posts.length === 1);
    engine.cancel(second);
    engine.cancel(third);
    const uploads = await engine.settled();
    expect(uploads.map(({ status }) => status)).toEqual(['done', 'canceled', 'canceled']);
    expect(scene.server.posts).toHaveLength(1);
  });

  it('right after it was added', async () => {
    const engine = scene.createEngine();
    engine.add([pngFile()]);
    engine.cancel();
    await expectSilence();
    expect(scene.server.calls).toEqual([]);
  });

  it('while our server is asked', async () => {
    scene.server.script('ticket', slow(40));
    const engine = scene.createEngine();
    engine.add([pngFile()]);
    await until(() => scene.server.claims.length === 1);
    engine.cancel();
    await expectSilence();
    expect(scene.server.posts).toEqual([]);
  });

  it('while our server is asked by a fetch that cannot be stopped', async () => {
    scene.server.script('ticket', slow(40));
    const transport = vi.fn(sendWithFetch);
    const engine = scene.createEngine({
      transport,
      fetch: (input, init) => fetch(input, { ...init, signal: null }),
    });
    engine.add([pngFile()]);
    await until(() => scene.server.claims.length === 1);
    engine.cancel();
    await expectSilence();
    expect(transport).not.toHaveBeenCalled();
  });

  it('while bytes leave', async () => {
    scene.server.script('upload', hang);
    const engine = scene.createEngine();
    engine.add([pngFile()]);
    await until(() => scene.server.posts.length === 1);
    engine.cancel();
    await expectSilence();
    expect(engine.getUploads()[0]?.status).toBe('canceled');
  });

  it('while it waits to try again', async () => {
    scene.server.script('upload', cut);
    const engine = scene.createEngine({ retryDelayMs: 60 });
    engine.add([pngFile()]);
    await until(() => isWaiting(engine));
    engine.cancel();
    await expectSilence();
    expect(scene.server.posts).toHaveLength(1);
  });

  it('while the outcome is asked about', async () => {
    scene.server.script('upload', cut);
    scene.server.script('status', slow(40));
    const engine = scene.createEngine();
    engine.add([pngFile()]);
    await until(() => scene.server.calls.includes('GET /status'));
    engine.cancel();
    await expectSilence();
    expect(engine.getUploads()[0]?.status).toBe('canceled');
  });

  it('and a canceled file never changes again, not even by a retry', async () => {
    const engine = scene.createEngine();
    const [uploadId = ''] = engine.add([pngFile()]);
    engine.cancel(uploadId);
    engine.retry(uploadId);
    await expectSilence();
    expect(engine.getUploads()[0]?.status).toBe('canceled');
  });

  it('frees its place only when its work has ended', async () => {
    let atOnce = 0;
    let most = 0;
    const engine = scene.createEngine({
      concurrency: 1,
      transport: async (request) => {
        most = Math.max(most, ++atOnce);
        await new Promise((resolve) => setTimeout(resolve, 20));
        return sendWithFetch(request).finally(() => atOnce--);
      },
    });
    const [first = ''] = engine.add([pngFile(), pngFile()]);
    await until(() => atOnce === 1);
    engine.cancel(first);
    await engine.settled();
    expect(most).toBe(1);
  });
});
