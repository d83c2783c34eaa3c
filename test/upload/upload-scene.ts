import { afterEach, beforeEach, expect } from 'vitest';
import { createUploadEngine } from '../../src/upload/create-upload-engine.js';
import type { Upload } from '../../src/upload/upload.js';
import type { UploadControl } from '../../src/upload/upload-control.js';
import type { UploadEngineOptions } from '../../src/upload/upload-options.js';
import { pngFile } from './sample-files.js';
import { sendWithFetch } from './send-with-fetch.js';
import { startUploadServer, type UploadServer } from './upload-server.js';

/** A server of its own for each test, and engines that stop with it. */
export interface UploadScene {
  server: UploadServer;
  createEngine(options?: UploadEngineOptions): UploadControl;
  uploadOne(options?: UploadEngineOptions, file?: File): Promise<Upload>;
  /** What Cloudflare has. */
  storedIds(): Promise<string[]>;
  /** The claim that holds whatever happens: no URL is used twice. */
  expectEachUrlOnce(): void;
}

/** Call it once at the top of a file of tests. */
export function setUpScene(): UploadScene {
  const engines: UploadControl[] = [];
  const scene: UploadScene = {
    server: undefined as unknown as UploadServer, // there from beforeEach on
    createEngine(options = {}) {
      const { endpoint } = scene.server;
      const engine = createUploadEngine({
        endpoint,
        transport: sendWithFetch,
        retryDelayMs: 20,
        ...options,
      });
      engines.push(engine);
      return engine;
    },
    async uploadOne(options = {}, file = pngFile()) {
      const engine = scene.createEngine(options);
      engine.add([file]);
      const [upload] = await engine.settled();
      if (!upload) throw new Error('The list is empty.');
      return upload;
    },
    storedIds: async () => (await scene.server.client.list()).images.map(({ id }) => id),
    expectEachUrlOnce() {
      const { posts } = scene.server;
      expect(new Set(posts).size).toBe(posts.length);
    },
  };
  beforeEach(async () => {
    scene.server = await startUploadServer();
  });
  afterEach(async () => {
    for (const engine of engines.splice(0)) engine.dispose();
    await scene.server.close();
  });
  return scene;
}

/** Resolves when it has become true. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** True while an upload pauses before another try. */
export function isWaiting(engine: UploadControl): boolean {
  return engine
    .getUploads()
    .some((upload) => upload.status === 'uploading' && upload.waiting !== undefined);
}
