import { describe, expect, it } from 'vitest';
import { pngFile } from './sample-files.js';
import { until, isWaiting, setUpScene } from './upload-scene.js';
import {
  actLate,
  answer,
  answerAfter,
  cut,
  loseAnswer,
  repeatSilently,
  serviceFailure,
  type Fault,
  withhold,
} from './upload-server.js';

const scene = setUpScene();

describe('an image that reached Cloudflare is never reported as failed', () => {
  const lost: [string, Fault[]][] = [
    ['its answer is lost', [loseAnswer]],
    ['the browser sent it twice by itself', [repeatSilently]],
    ['a proxy answers 502 in place of Cloudflare', [storeThen(answer(502, '<html>Bad'))]],
    ['a proxy answers 403 in place of Cloudflare', [storeThen(answer(403, '<html>No'))]],
    ['the answer is HTML with status 200', [storeThen(answer(200, '<html>Hello'))]],
    ['Cloudflare says 5550 although it is there', [storeThen(serviceFailure(415, 5550))]],
    ['success is false although it is there', [storeThen(answer(200, { success: false }))]],
    ['the first is cut and the second one loses its answer', [cut, loseAnswer]],
  ];
  it.each(lost)('when %s', async (_case, faults) => {
    scene.server.script('upload', ...faults);
    const upload = await scene.uploadOne();
    expect(upload.status).toBe('done');
    expect(await scene.storedIds()).toEqual([upload.status === 'done' && upload.imageId]);
    expect(scene.server.posts).toHaveLength(faults.length);
    scene.expectEachUrlOnce();
  });

  it('when it is stored a moment after the connection was cut', async () => {
    const { acted, act } = createActed();
    scene.server.script('upload', actLate(15, act));
    scene.server.script('status', undefined, answerAfter(acted));
    const upload = await scene.uploadOne();
    expect(upload.status).toBe('done');
    expect(await scene.storedIds()).toHaveLength(1);
    expect(scene.server.posts).toHaveLength(1);
  });

  it('when the last attempt is cut and stored a moment later', async () => {
    const { acted, act } = createActed();
    scene.server.script('upload', cut, cut, actLate(15, act));
    // After each attempt, whose bytes had all left, four rounds of questions about every image
    // so far: 4, then 8, then the first 3 of 12.
    const early = Array.from({ length: 15 }, () => undefined);
    scene.server.script('status', ...early, answerAfter(acted), answerAfter(acted));
    scene.server.script('status', answerAfter(acted));
    const upload = await scene.uploadOne();
    expect(upload.status).toBe('done');
    expect(scene.server.posts).toHaveLength(3);
    expect(await scene.storedIds()).toHaveLength(1);
  });

  it('when the later attempts are refused and the first one arrived after all', async () => {
    let acted = false;
    scene.server.script(
      'upload',
      actLate(100, () => (acted = true)),
      async (exchange) => {
        await until(() => acted);
        await serviceFailure(413, 5413)(exchange);
      },
    );
    const upload = await scene.uploadOne();
    expect(upload).toMatchObject({ status: 'done' });
    expect(await scene.storedIds()).toHaveLength(1);
    scene.expectEachUrlOnce();
  });

  it('when something in between answers in the place of our server', async () => {
    scene.server.script('upload', loseAnswer);
    const portal = answer(200, '<html>Welcome to the hotel</html>');
    scene.server.script('status', portal, portal);
    const upload = await scene.uploadOne();
    expect(upload.status).toBe('done');
    expect(scene.server.posts).toHaveLength(1);
  });

  it('when the answer is withheld for ever', async () => {
    scene.server.script('upload', withhold);
    const upload = await scene.uploadOne({ stallMs: 150 });
    expect(upload.status).toBe('done');
    expect(scene.server.posts).toHaveLength(1);
  });

  it('when our own server is away while the answer is lost', async () => {
    scene.server.script('upload', loseAnswer);
    scene.server.script('status', cut, answer(503), answer(500), cut, answer(429));
    const upload = await scene.uploadOne();
    expect(upload.status).toBe('done');
    expect(scene.server.posts).toHaveLength(1);
  });

  it('when our server only answers that it cannot tell: it is not asked without end', async () => {
    scene.server.script('upload', loseAnswer);
    const answers = [answer(500), cut, ...Array.from({ length: 5 }, () => answer(500))];
    scene.server.script('status', ...answers);
    const engine = scene.createEngine({ retryDelayMs: 1 });
    const [uploadId = ''] = engine.add([pngFile()]);
    const [unknown] = await engine.settled();
    expect(unknown).toMatchObject({ status: 'failed', error: { code: 'outcome-unknown' } });
    expect(unknown?.status === 'failed' && unknown.error.message).toMatch(
      /^Whether dot\.png is stored could not be found out\. A retry asks first\./,
    );
    expect(scene.server.calls.filter((call) => call === 'GET /status')).toHaveLength(7);
    engine.retry(uploadId);
    expect((await engine.settled())[0]?.status).toBe('done');
    expect(scene.server.posts).toHaveLength(1);
  });

  it('when our server does not say: a retry asks again before it sends', async () => {
    scene.server.script('upload', loseAnswer);
    scene.server.script('status', answer(401));
    const engine = scene.createEngine();
    const [uploadId = ''] = engine.add([pngFile()]);
    const [unknown] = await engine.settled();
    expect(unknown).toMatchObject({ status: 'failed', error: { code: 'outcome-unknown' } });
    expect(unknown?.status === 'failed' && unknown.error.message).toMatch(/^Whether dot\.png is/);
    engine.retry(uploadId);
    expect((await engine.settled())[0]?.status).toBe('done');
    expect(scene.server.posts).toHaveLength(1);
  });
});

function createActed() {
  let act = () => {};
  const acted = new Promise<void>((resolve) => (act = resolve));
  return { acted, act: () => act() };
}

function storeThen(fault: Fault): Fault {
  return async (exchange) => {
    await exchange.answerAsEmulator();
    await fault(exchange);
  };
}

describe('what can get better is tried again, each time with a fresh URL', () => {
  const passing: [string, Fault[]][] = [
    ['a cut connection', [cut]],
    ['two cut connections', [cut, cut]],
    ['500', [answer(500)]],
    ['5550 with its status 415', [serviceFailure(415, 5550)]],
    ['text instead of JSON', [answer(503, 'ERROR 5503: unavailable')]],
    ['a link that is used', [serviceFailure(409, 5409)]],
    ['a link that is gone', [answer(404, 'ERROR 5404: Image not found')]],
    ['429', [serviceFailure(429, 971)]],
  ];
  it.each(passing)('after %s', async (_case, faults) => {
    scene.server.script('upload', ...faults);
    const upload = await scene.uploadOne();
    expect(upload.status).toBe('done');
    expect(await scene.storedIds()).toHaveLength(1);
    expect(scene.server.posts).toHaveLength(faults.length + 1);
    expect(scene.server.claims.at(-1)).toMatchObject({
      reason: expect.stringMatching(/retry|expired/),
    });
    scene.expectEachUrlOnce();
  });

  it('says that a ticket expired when it asks for another', async () => {
    scene.server.script('upload', serviceFailure(410, 5410));
    await scene.uploadOne();
    expect(scene.server.claims.map(({ reason }) => reason)).toEqual(['first', 'expired']);
  });

  it('waits as long as Cloudflare asks', async () => {
    scene.server.script('upload', serviceFailure(429, 971, { 'retry-after': '1' }));
    const engine = scene.createEngine({ retryDelayMs: 1 });
    engine.add([pngFile()]);
    await until(() => isWaiting(engine));
    const [upload] = engine.getUploads();
    const pause = upload?.status === 'uploading' && (upload.waiting?.until ?? 0) - Date.now();
    expect(pause).toBeGreaterThan(800);
    expect((await engine.settled())[0]?.status).toBe('done');
  });

  it('gives up after three attempts', async () => {
    scene.server.script('upload', cut, answer(500), cut);
    const upload = await scene.uploadOne();
    expect(upload).toMatchObject({ status: 'failed', error: { code: 'network' } });
    expect(scene.server.posts).toHaveLength(3);
    expect(await scene.storedIds()).toEqual([]);
  });

  it('asks our server again when it is away for a moment', async () => {
    scene.server.script('ticket', cut, answer(503));
    expect(await scene.uploadOne()).toMatchObject({ status: 'done' });
    expect(scene.server.posts).toHaveLength(1);
  });

  it('starts anew when somebody retries', async () => {
    scene.server.script('upload', cut, cut, cut);
    const engine = scene.createEngine();
    const [uploadId = ''] = engine.add([pngFile()]);
    expect((await engine.settled())[0]?.status).toBe('failed');
    engine.retry(uploadId);
    expect((await engine.settled())[0]?.status).toBe('done');
    scene.expectEachUrlOnce();
  });
});

describe('what cannot get better is told at once', () => {
  const refused: [string, Fault, string][] = [
    ['too large', serviceFailure(413, 5413), 'file-too-large'],
    ['no image', answer(415, 'ERROR 5455: Uploaded image must have'), 'file-type-refused'],
    ['a full account', serviceFailure(429, 5453), 'upload-refused'],
    ['success: false', answer(200, { success: false }), 'upload-refused'],
  ];
  it.each(refused)('%s', async (_case, fault, code) => {
    scene.server.script('upload', fault);
    expect(await scene.uploadOne()).toMatchObject({ status: 'failed', error: { code } });
    expect(scene.server.posts).toHaveLength(1);
  });

  it('says in words that our server did not let it through', async () => {
    scene.server.script('ticket', answer(401, '<html>Sign in'));
    const upload = await scene.uploadOne();
    expect(upload).toMatchObject({ status: 'failed', error: { code: 'unauthorized' } });
    expect(upload.status === 'failed' && upload.error.message).toMatch(/signed in/);
    expect(scene.server.posts).toEqual([]);
  });

  it('a file that changed on disk, which fails like a broken connection', async () => {
    const file = pngFile();
    const slice = file.slice.bind(file);
    file.slice = (...range) => {
      const part = slice(...range);
      const changed = new DOMException('changed', 'NotReadableError');
      if (range[0] === -1) part.arrayBuffer = () => Promise.reject(changed);
      return part;
    };
    scene.server.script('upload', cut);
    const upload = await scene.uploadOne({}, file);
    expect(upload).toMatchObject({ status: 'failed', error: { code: 'file-unreadable' } });
    expect(scene.server.posts).toHaveLength(1);
  });

  it('says that another handler answers on the path', async () => {
    scene.server.script('ticket', answer(200, {}));
    expect(await scene.uploadOne()).toMatchObject({ error: { code: 'invalid-response' } });
  });

  it('never tells the upload URL', async () => {
    scene.server.script('upload', cut, cut, cut);
    const upload = await scene.uploadOne();
    const told = upload.status === 'failed' ? `${upload.error.stack} ${upload.error.message}` : '';
    expect(told).not.toContain('upload.imagedelivery.net');
  });
});
