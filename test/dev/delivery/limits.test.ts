import { describe, expect, test } from 'vitest';
import type { ImageFacts } from '../../../src/dev/render/image-facts.js';
import { limitRenderer } from '../../../src/dev/render/limit-renderer.js';
import type { Renderer } from '../../../src/dev/render/renderer.js';
import { ImagesError } from '../../../src/protocol/images-error.js';
import { bodyOf, explained, setStage } from './stage.js';

const bytes = Uint8Array.of(1, 2, 3);
const drawn = { bytes: Uint8Array.of(9), contentType: 'image/webp', width: 1, height: 1 };

const facts: ImageFacts = {
  format: 'jpeg',
  contentType: 'image/jpeg',
  width: 1000,
  height: 1000,
  pages: 1,
  area: 1_000_000,
  hasAlpha: false,
};

/** A renderer that claims things and draws nothing. */
function pretending(
  claims: Partial<ImageFacts>,
  render: Renderer['render'] = async () => drawn,
): Renderer {
  return {
    probe: async () => ({ ...facts, ...claims }),
    findBorder: async () => ({ left: 0, top: 0, width: 1, height: 1 }),
    render,
  };
}

async function get(options: string, renderer: Renderer, init: RequestInit = {}) {
  const stage = await setStage({ renderer });
  await stage.addImage('image', bytes);
  return stage.get(`/hash/image/${options}`, init);
}

describe('an animation', () => {
  const moving = (area: number) => {
    return pretending({ format: 'gif', contentType: 'image/gif', pages: 60, area });
  };

  test('up to 50 megapixels is transformed', async () => {
    const answer = await get('w=10', moving(50_000_000));
    expect(await bodyOf(answer)).toEqual(drawn.bytes);
  });

  test('above that is delivered as it is', async () => {
    const answer = await get('w=10', moving(50_000_001));
    expect(answer.headers.get('content-type')).toBe('image/gif');
    expect(await bodyOf(answer)).toEqual(bytes);
    expect(explained(answer).get('original')).toMatch(/^untransformed/);
  });

  test('above 100 is not delivered, but as a still', async () => {
    const answer = await get('w=10', moving(100_000_001));
    expect([answer.status, answer.headers.get('cf-resized')]).toEqual([403, 'err=9413']);
    expect((await get('w=10,anim=false', moving(100_000_001))).status).toBe(200);
  });
});

describe('HEIC', () => {
  const heic = pretending({ format: 'heic', contentType: 'image/heic' });

  test('is described, and refused honestly', async () => {
    expect((await get('w=10,format=json', heic)).status).toBe(200);
    const answer = await get('w=10', heic);
    expect([answer.status, answer.headers.get('cf-resized')]).toEqual([415, 'err=9412']);
    expect(await answer.text()).toMatch(/Cloudflare Images converts HEIC; this emulator/);
    expect(explained(answer).get('not-emulated')).toBe('heic (no decoder)');
  });
});

describe('what the renderer cannot do is an answer', () => {
  const failing = (code: 'timeout' | 'rate-limited' | 'peer-missing' | 'file-unreadable') => {
    return pretending({}, () => Promise.reject(new ImagesError(code, 'words for a person')));
  };

  test.each([
    ['timeout', 504, 9529],
    ['rate-limited', 503, 9522],
    ['file-unreadable', 422, 9516],
    ['peer-missing', 500, 9523],
  ] as const)('%s: %i, %i', async (code, status, number) => {
    const answer = await get('w=10', failing(code));
    expect([answer.status, answer.headers.get('cf-resized')]).toEqual([status, `err=${number}`]);
    expect(await answer.text()).toBe(`ERROR ${number}: words for a person`);
  });

  test('but a mistake of ours is thrown on', async () => {
    const broken = pretending({}, () => Promise.reject(new TypeError('a bug')));
    await expect(get('w=10', broken)).rejects.toThrow('a bug');
  });
});

describe('the queue before the renderer', () => {
  test('draws a few at once, in order, and refuses when it is full', async () => {
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const waiting: (() => void)[] = [];
    const slow = pretending({}, async (_, plan) => {
      running += 1;
      most = Math.max(most, running);
      order.push(plan.encoding.quality);
      await new Promise<void>((resolve) => waiting.push(resolve));
      running -= 1;
      return drawn;
    });
    const limited = limitRenderer(slow, { atOnce: 2, waiting: 3 });
    const plan = (quality: number) => ({
      frames: 'first' as const,
      geometry: {
        flip: { horizontal: false, vertical: false },
        rotate: 0 as const,
        scaled: { width: 1, height: 1 },
      },
      look: {},
      canvas: { r: 0, g: 0, b: 0, alpha: 1 },
      encoding: { format: 'webp' as const, quality, metadata: 'none' as const },
    });
    const results = [1, 2, 3, 4, 5].map((quality) => limited.render(bytes, plan(quality)));
    await expect(limited.render(bytes, plan(6))).rejects.toMatchObject({ code: 'rate-limited' });
    for (let step = 0; step < 20; step += 1) {
      waiting.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
    await Promise.all(results);
    expect(order).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
    expect(running).toBe(0);
    const last = limited.render(bytes, plan(7));
    await Promise.resolve();
    waiting.shift()?.();
    expect(await last).toBe(drawn);
  });

  test('is not held up by a failure', async () => {
    let calls = 0;
    const failing = pretending({}, async () => {
      calls += 1;
      if (calls === 1) throw new Error('once');
      return drawn;
    });
    const limited = limitRenderer(failing, { atOnce: 1 });
    const plan = {} as Parameters<Renderer['render']>[1];
    const results = await Promise.allSettled([
      limited.render(bytes, plan),
      limited.render(bytes, plan),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });
});

describe('a picture that would be large before it is cut', () => {
  test('is refused before anything is drawn', async () => {
    let drawings = 0;
    const renderer = pretending({ width: 1, height: 10_000, area: 10_000 }, async () => {
      drawings += 1;
      return drawn;
    });
    const answer = await get('w=300,h=10,fit=cover,gravity=entropy', renderer);
    expect(answer.status).toBe(403);
    expect(new TextDecoder().decode(await bodyOf(answer))).toContain('ERROR 9413');
    expect(drawings).toBe(0);
  });

  test('counts every frame', async () => {
    const renderer = pretending({ format: 'gif', width: 1, height: 1, pages: 2000, area: 2000 });
    const answer = await get('w=2000,fit=contain,f=webp', renderer);
    expect(answer.status).toBe(403);
  });
});
