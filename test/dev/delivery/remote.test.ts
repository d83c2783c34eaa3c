import { describe, expect, test } from 'vitest';
import { DeliveryError } from '../../../src/dev/delivery/delivery-error.js';
import type { FetchSource } from '../../../src/dev/delivery/fetch-source.js';
import { vectors } from './delivery-vectors.js';
import { plainPicture } from './pictures.js';
import { bodyOf, chromeAccept, explained, setStage, type StageOptions } from './stage.js';

const picture = await plainPicture(400, 300);
const clear = await plainPicture(40, 30, { format: 'png', color: '#ff000080' });

type Answer = Response | (() => Response | Promise<Response>);

/** A stage whose only origin is a table from URL to answer. */
async function withOrigin(answers: Record<string, Answer>, options: StageOptions = {}) {
  const asked: { url: string; sameZone: boolean; headers: Readonly<Record<string, string>> }[] = [];
  const fetchSource: FetchSource = async (url, { sameZone, headers }) => {
    asked.push({ url: url.href, sameZone, headers });
    const answer = Object.hasOwn(answers, url.href) ? answers[url.href] : undefined;
    if (answer === undefined) return new Response('nothing here', { status: 404 });
    return answer instanceof Response ? answer.clone() : answer();
  };
  const stage = await setStage({ fetchSource, ...options });
  const get = (path: string, init: RequestInit = {}) => {
    return stage.get(path, { surface: 'remote', origin: 'https://example.com', ...init });
  };
  return { ...stage, get, asked };
}

const image = (bytes: Uint8Array, headers: HeadersInit = {}) => {
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/jpeg', ...headers },
  });
};

const source = 'https://example.com/a.jpg';

describe('a source', () => {
  test('on the same zone is named by its path, with the query', async () => {
    const stage = await withOrigin({ [`${source}?v=1`]: image(picture) });
    const answer = await stage.get('/width=80,quality=75/a.jpg?v=1');
    expect(answer.status).toBe(200);
    expect(explained(answer).get('size')).toBe('80x60');
    expect(stage.asked).toMatchObject([{ url: `${source}?v=1`, sameZone: true }]);
  });

  test.each([
    'https://images.example.com/a.jpg',
    'https:/images.example.com/a.jpg',
    'https%3A%2F%2Fimages.example.com%2Fa.jpg',
  ])('elsewhere is named by its URL: %s', async (name) => {
    const stage = await withOrigin({ 'https://images.example.com/a.jpg': image(picture) });
    expect((await stage.get(`/w=80/${name}`)).status).toBe(200);
    expect(stage.asked).toMatchObject([{ sameZone: false }]);
  });

  test('is asked for without anything of the client, and with the mark of a resizer', async () => {
    const stage = await withOrigin({ [source]: image(picture) });
    await stage.get('/w=80/a.jpg', {
      headers: { cookie: 'a=b', authorization: 'Bearer secret', 'x-custom': '1' },
    });
    expect(stage.asked[0]?.headers).toEqual({ accept: 'image/*', via: 'image-resizing' });
  });

  test('is fetched by nobody unless that is allowed', async () => {
    const stage = await setStage();
    const answer = await stage.get('/w=80/a.jpg', {
      surface: 'remote',
      origin: 'https://example.com',
    });
    expect([answer.status, answer.headers.get('cf-resized')]).toEqual([403, 'err=9401']);
    expect(await answer.text()).toMatch(
      /not in allowed origins list\. The emulator fetches no source/,
    );
  });
});

describe('what goes wrong', () => {
  const fail = (error: unknown) => () => Promise.reject(error);
  const withCode = (code: string) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) });
  const stream = () => {
    let left = 101;
    return new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if ((left -= 1) < 0) controller.close();
        else controller.enqueue(new Uint8Array(1_000_000));
      },
    });
  };

  test.each<[string, string, Answer | undefined, number, number]>([
    ['no options', '/photo.jpg', undefined, 400, 9401],
    ['no option that is known', '/x=1/a.jpg', undefined, 400, 9401],
    ['no good option', '/w=abc/a.jpg', undefined, 400, 9401],
    ['no source', '/w=80/', undefined, 404, 9404],
    ['two slashes', '/width=200//media/a.jpg', undefined, 404, 9404],
    ['a source that is not https', '/w=80/http://other.example/a.jpg', undefined, 403, 9406],
    ['a source with a password', '/w=80/https://a:b@other.example/a.jpg', undefined, 403, 9406],
    ['a source that is no URL', '/w=80/https://%00/a.jpg', undefined, 403, 9406],
    ['another transformation as source', '/w=80/cdn-cgi/image/w=90/a.jpg', undefined, 508, 9403],
    ['nothing at the source', '/w=80/none.jpg', undefined, 404, 9404],
    ['a refusal', '/w=80/a.jpg', new Response('', { status: 403 }), 408, 9408],
    ['a bad request', '/w=80/a.jpg', new Response('', { status: 400 }), 502, 9519],
    ['a server error', '/w=80/a.jpg', new Response('', { status: 503 }), 502, 9509],
    ['a redirect', '/w=80/a.jpg', new Response('', { status: 302 }), 400, 9420],
    ['no address', '/w=80/a.jpg', fail(withCode('ENOTFOUND')), 523, 9407],
    ['no connection', '/w=80/a.jpg', fail(withCode('ECONNREFUSED')), 523, 9510],
    ['a time-out', '/w=80/a.jpg', fail(new DOMException('', 'TimeoutError')), 522, 9504],
    [
      'a refusal of the fetcher',
      '/w=80/a.jpg',
      fail(new DeliveryError(9421, 400, 'Too many redirects')),
      400,
      9421,
    ],
    ['a page instead of an image', '/w=80/a.jpg', new Response('<html></html>'), 415, 9412],
    ['nothing in the answer', '/w=80/a.jpg', new Response(''), 415, 9412],
    ['half an image', '/w=80/a.jpg', image(picture.slice(0, 600)), 422, 9516],
    [
      'a length over 100 MB',
      '/w=80/a.jpg',
      image(picture, { 'content-length': '100000001' }),
      413,
      9402,
    ],
    ['more than 100 MB without a word', '/w=80/a.jpg', () => new Response(stream()), 413, 9402],
  ])('%s', async (_, path, answer, status, code) => {
    const stage = await withOrigin(answer === undefined ? {} : { [source]: answer });
    const got = await stage.get(path);
    expect([got.status, got.headers.get('cf-resized')]).toEqual([status, `err=${code}`]);
    expect(got.headers.has('cf-images')).toBe(false);
    const table = vectors.deliveryErrors.map((row) => `${row.code}/${row.status}`);
    expect(table).toContain(`${code}/${status}`);
  });

  test('a loop is seen by its mark', async () => {
    const stage = await withOrigin({ [source]: image(picture) });
    const answer = await stage.get('/w=80/a.jpg', { headers: { via: '1.1 image-resizing' } });
    expect(answer.headers.get('cf-resized')).toBe('err=9403');
  });
});

describe('onerror=redirect', () => {
  test('sends the browser to the original on the same zone', async () => {
    const stage = await withOrigin({ [source]: new Response('no image') });
    const answer = await stage.get('/w=80,onerror=redirect/a.jpg');
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe('/a.jpg');
    expect(answer.headers.get('cf-resized')).toBe('err=9412');
  });

  test('never sends it to another host', async () => {
    const stage = await withOrigin({});
    expect((await stage.get('/w=80,onerror=redirect/https://other.example/a.jpg')).status).toBe(
      404,
    );
    const sly = await stage.get('/w=80,onerror=redirect/https://example.com//evil.example/a.jpg');
    expect(sly.headers.get('location')).toBe('/evil.example/a.jpg');
  });
});

describe('the answer', () => {
  test.each([
    ['w=80', picture, chromeAccept, 'image/jpeg'],
    ['w=20', clear, chromeAccept, 'image/png'],
    ['w=80,format=auto', picture, chromeAccept, 'image/avif'],
    ['w=80,f=auto', picture, '*/*', 'image/jpeg'],
  ])(
    '%s has a standard format unless it is told otherwise',
    async (options, bytes, accept, expected) => {
      const stage = await withOrigin({ [source]: image(bytes) });
      const answer = await stage.get(`/${options}/a.jpg`, { headers: { accept } });
      expect(answer.headers.get('content-type')).toBe(expected);
      expect(answer.headers.get('vary')).toBe('Accept');
    },
  );

  test.each([
    [undefined, 'public, max-age=3600', false],
    ['max-age=86400', 'public, max-age=86400', false],
    ['public, max-age=60', 'public, max-age=3600', true],
    ['no-store', 'public, max-age=3600', true],
  ])('is kept as long as the origin says, and an hour: %s', async (control, expected, warned) => {
    const headers: HeadersInit = control === undefined ? {} : { 'cache-control': control };
    const stage = await withOrigin({ [source]: image(picture, headers) });
    const answer = await stage.get('/w=80/a.jpg');
    expect(answer.headers.get('cache-control')).toBe(expected);
    expect(
      answer.headers.get('warning') === 'cf-images 299 "cache-control is too restrictive"',
    ).toBe(warned);
  });

  test('is drawn once for the same bytes', async () => {
    const stage = await withOrigin({ [source]: image(picture) });
    const first = await stage.get('/w=80/a.jpg');
    const second = await stage.get('/w=80/a.jpg', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(second.status).toBe(304);
    expect((await bodyOf(first)).length).toBeGreaterThan(0);
    expect(stage.counts.rendered).toBe(1);
  });
});

describe('width=auto', () => {
  test.each(vectors.widthAuto)('%j', async ({ hints, viewport, device, expected }) => {
    const wide = await plainPicture(1600, 20, { format: 'png' });
    const stage = await withOrigin({ [source]: image(wide) });
    const headers: Record<string, string> = hints
      ? { 'sec-ch-viewport-width': String(viewport) }
      : {
          'user-agent':
            device === 'mobile'
              ? 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)'
              : 'Mozilla/5.0 (X11; Linux)',
        };
    const answer = await stage.get('/width=auto/a.jpg', { headers });
    expect(explained(answer).get('size')).toMatch(new RegExp(`^${expected}x`));
    expect(answer.headers.get('vary')).toContain('Sec-CH-Viewport-Width');
  });

  test('takes breakpoints and widths of its own', async () => {
    const stage = await withOrigin({
      [source]: image(await plainPicture(1600, 20, { format: 'png' })),
    });
    const widthOf = async (headers: HeadersInit) => {
      const answer = await stage.get(
        '/width=auto,wbreakpoints=1000;500,wmobile=300,wdesktop=700/a.jpg',
        { headers },
      );
      return Number(explained(answer).get('size')?.split('x')[0]);
    };
    expect(await widthOf({ 'sec-ch-viewport-width': '501' })).toBe(1000);
    expect(await widthOf({ 'sec-ch-viewport-width': '5000' })).toBe(1000);
    expect(await widthOf({ 'sec-ch-viewport-width': 'x', 'user-agent': 'Android' })).toBe(300);
    expect(await widthOf({})).toBe(700);
  });
});
