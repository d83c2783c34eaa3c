import { Miniflare } from 'miniflare';
import sharp from 'sharp';
import type { Outcome, Side } from './side.js';

// Each binding call is one request whose first path segment names it.
const worker = `
  const calls = {
    upload: ({ hosted }, body, wish) => hosted.upload(body, wish),
    details: ({ hosted }, _, { id }) => hosted.image(id).details(),
    update: ({ hosted }, _, { id, ...wish }) => hosted.image(id).update(wish),
    remove: ({ hosted }, _, { id }) => hosted.image(id).delete(),
    list: ({ hosted }, _, wish) => hosted.list(wish),
  };
  export default {
    async fetch(request, { IMAGES }) {
      const { pathname, searchParams } = new URL(request.url);
      const wish = JSON.parse(searchParams.get('wish'));
      try {
        if (pathname === '/transform') {
          return (await IMAGES.input(request.body).transform(wish).output({ format: 'image/png' })).response();
        }
        if (pathname === '/bytes') return new Response(await IMAGES.hosted.image(wish.id).bytes());
        return Response.json(await calls[pathname.slice(1)](IMAGES, request.body, wish));
      } catch (error) {
        return new Response(String(error), { status: 500 });
      }
    },
  };
`;

/** The Images binding of miniflare, hosted images included, in the real runtime of Workers. */
export async function createMiniflareSide(): Promise<Side> {
  const runtime = new Miniflare({
    modules: true,
    script: worker,
    compatibilityDate: '2026-04-01',
    images: { binding: 'IMAGES' },
    cf: false,
  });
  await runtime.ready;
  const call = (name: string, wish: unknown, body?: Uint8Array) => {
    const query = new URLSearchParams({ wish: JSON.stringify(wish) });
    const init = body ? { method: 'POST', body: Buffer.from(body) } : {};
    return runtime.dispatchFetch(`https://worker.example/${name}?${query}`, init);
  };
  const ask = async (name: string, wish: unknown, body?: Uint8Array): Promise<unknown> => {
    const response = await call(name, wish, body);
    const text = await response.text();
    return response.ok ? JSON.parse(text) : 'refused';
  };
  const outcome = async (name: string, wish: unknown, body?: Uint8Array) =>
    ((await ask(name, wish, body)) ?? 'none') as Outcome;
  return {
    upload: (bytes, wish) => outcome('upload', wish, bytes),
    details: (id) => outcome('details', { id }),
    async update(id, wish) {
      const result = await outcome('update', { id, ...wish });
      // The binding throws where the API says 404.
      return result === 'refused' ? 'none' : result;
    },
    remove: async (id) => ((await ask('remove', { id })) === true ? 'removed' : 'none'),
    async bytes(id) {
      const bytes = new Uint8Array(await (await call('bytes', { id })).arrayBuffer());
      return bytes.length === 0 ? 'none' : bytes;
    },
    async list({ creator, filter }) {
      const wish = {
        ...(creator === undefined ? {} : { creator }),
        ...(filter ? { filter: { metadata: { [filter.field]: { eq: filter.value } } } } : {}),
      };
      const { images } = (await ask('list', wish)) as { images: { id: string }[] };
      return images.map(({ id }) => id);
    },
    async transform(bytes, options) {
      const response = await call('transform', options, bytes);
      if (!response.ok) return 'refused';
      const { width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
      return `${width}x${height}`;
    },
    close: () => runtime.dispose(),
  };
}
