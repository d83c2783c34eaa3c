import { describe, expect, it } from 'vitest';
import { createUploadEngine } from '../../src/upload/create-upload-engine.js';
import { pngFile } from './sample-files.js';
import { sendWithFetch } from './send-with-fetch.js';
import { until, setUpScene } from './upload-scene.js';
import { serviceFailure, slow } from './upload-server.js';

const scene = setUpScene();

describe('when all goes well', () => {
  it('stores a file and tells which image it became', async () => {
    const upload = await scene.uploadOne();
    expect(upload).toMatchObject({ status: 'done', image: { filename: 'dot.png', draft: false } });
    expect(await scene.storedIds()).toEqual([upload.status === 'done' && upload.imageId]);
    expect(scene.server.posts).toHaveLength(1);
    expect(scene.server.claims).toEqual([
      { filename: 'dot.png', type: 'image/png', size: pngFile().size, reason: 'first' },
    ]);
  });

  it('tells the server afterwards, so that its onStored runs', async () => {
    await scene.uploadOne();
    await until(() => scene.server.calls.length === 2);
    expect(scene.server.calls).toEqual(['POST /direct-upload', 'GET /status']);
  });

  it('sends metadata that is made for each file', async () => {
    await scene.uploadOne({ metadata: async ({ file }) => ({ album: file.name }) });
    expect(scene.server.claims[0]).toMatchObject({ metadata: { album: 'dot.png' } });
  });

  it('passes through its phases in order', async () => {
    const engine = scene.createEngine();
    const seen: string[] = [];
    engine.subscribe(() => {
      const [upload] = engine.getUploads();
      if (upload) seen.push(upload.status === 'uploading' ? upload.phase : upload.status);
    });
    engine.add([pngFile()]);
    await engine.settled();
    // Twice: once when work starts, once when the first attempt does.
    expect([...new Set(seen)]).toEqual(['queued', 'requesting', 'sending', 'finishing', 'done']);
  });

  it('uploads twins: two files with the same name and bytes are two images', async () => {
    const engine = scene.createEngine();
    const ids = engine.add([pngFile(), pngFile()]);
    const uploads = await engine.settled();
    expect(uploads.map(({ uploadId }) => uploadId)).toEqual(ids);
    expect(await scene.storedIds()).toHaveLength(2);
  });

  it('works on no more files at a time than it may', async () => {
    let atOnce = 0;
    let most = 0;
    const engine = scene.createEngine({
      concurrency: 2,
      transport: async (request) => {
        most = Math.max(most, ++atOnce);
        await new Promise((resolve) => setTimeout(resolve, 10));
        return sendWithFetch(request).finally(() => atOnce--);
      },
    });
    engine.add(Array.from({ length: 6 }, () => pngFile()));
    await engine.settled();
    expect(most).toBe(2);
    expect(await scene.storedIds()).toHaveLength(6);
  });
});

describe('checks come before sending', () => {
  it('rejects a renamed document with words, and asks nobody', async () => {
    const upload = await scene.uploadOne({}, new File(['%PDF-1.7 ...'], 'holiday.jpg'));
    expect(upload).toMatchObject({
      status: 'rejected',
      reasons: [{ code: 'file-type-refused', message: expect.stringContaining('a PDF document') }],
    });
    expect(scene.server.calls).toEqual([]);
  });

  it('counts files and rejects those that are too many', async () => {
    const engine = scene.createEngine({ maxFiles: 2 });
    engine.add([pngFile(), pngFile(), pngFile()]);
    const uploads = await engine.settled();
    expect(uploads.map(({ status }) => status)).toEqual(['done', 'done', 'rejected']);
    expect(uploads[2]).toMatchObject({ reasons: [{ code: 'too-many-files' }] });
  });
});

describe('what an app hears', () => {
  it('is told once of each end, with onSettled last', async () => {
    const heard: string[] = [];
    scene.server.script('upload', undefined, serviceFailure(413, 5413));
    const engine = scene.createEngine({
      concurrency: 1,
      onStored: ({ image, upload }) => heard.push(`stored ${image.id === upload.imageId}`),
      onFailed: ({ error }) => heard.push(`failed ${error.code}`),
      onRejected: ({ reasons }) => heard.push(`rejected ${reasons.length}`),
      onSettled: ({ uploads }) => heard.push(`settled ${uploads.length}`),
    });
    engine.add([pngFile(), pngFile(), new File([], 'empty.png')]);
    await engine.settled();
    expect(heard.toSorted()).toEqual([
      'failed file-too-large',
      'rejected 1',
      'settled 3',
      'stored true',
    ]);
    expect(heard.at(-1)).toBe('settled 3');
  });

  it('hears the callbacks of now, not those of then', async () => {
    const heard: string[] = [];
    let onStored = () => heard.push('old');
    const engine = createUploadEngine(() => ({
      endpoint: scene.server.endpoint,
      transport: sendWithFetch,
      onStored,
    }));
    engine.add([pngFile()]);
    onStored = () => heard.push('new');
    await engine.settled();
    expect(heard).toEqual(['new']);
  });

  it('hears nothing after dispose, and can start again', async () => {
    const heard: string[] = [];
    const engine = scene.createEngine({ onSettled: () => heard.push('settled') });
    engine.add([pngFile()]);
    engine.dispose();
    expect((await engine.settled())[0]?.status).toBe('canceled');
    expect(heard).toEqual([]);
    engine.add([pngFile()]);
    await engine.settled();
    expect(heard).toEqual(['settled']);
  });
});

describe('the list', () => {
  it('is the same array until something changed', async () => {
    const engine = scene.createEngine();
    const before = engine.getUploads();
    expect(engine.getUploads()).toBe(before);
    engine.add([pngFile()]);
    const after = engine.getUploads();
    expect(after).not.toBe(before);
    expect(engine.getUploads()).toBe(after);
    await engine.settled();
  });

  it('loses what is removed and cleared, and keeps what is at work', async () => {
    const engine = scene.createEngine();
    const [first = '', second = ''] = engine.add([pngFile(), pngFile()]);
    await engine.settled();
    engine.remove(first);
    expect(engine.getUploads().map(({ uploadId }) => uploadId)).toEqual([second]);
    scene.server.script('upload', slow(30));
    const [third = ''] = engine.add([pngFile()]);
    engine.clear();
    expect(engine.getUploads().map(({ uploadId }) => uploadId)).toEqual([third]);
    await engine.settled();
  });

  it('stops an upload that is removed', async () => {
    scene.server.script('upload', slow(30));
    const engine = scene.createEngine();
    const [uploadId = ''] = engine.add([pngFile()]);
    await until(() => scene.server.posts.length === 1);
    engine.remove(uploadId);
    expect(await engine.settled()).toEqual([]);
  });
});
