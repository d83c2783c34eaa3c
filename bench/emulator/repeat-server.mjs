// One server of repeat-delivery.mjs, in a process of its own. Tells its parent the URL.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createIPX, createIPXNodeServer } from 'ipx';
import sharp from 'sharp';
import { importDev } from '../ours.mjs';
import { paintPhoto } from '../photo.mjs';

const photo = await paintPhoto();

/** @type {Record<string, () => Promise<string>>} */
const servers = {
  async ours() {
    const { serveEmulator } = await importDev();
    const { accountHash, origin, seed } = await serveEmulator({ flexibleVariants: true });
    const [id] = await seed({ images: [{ bytes: photo }] });
    return `${origin}/imagedelivery.net/${accountHash}/${id}/width=800,format=webp`;
  },
  async ipx() {
    const bytes = new Uint8Array(photo).buffer;
    const mtime = new Date('2026-01-01T00:00:00Z');
    const storage = { name: 'one photo', getMeta: () => ({ mtime }), getData: () => bytes };
    const origin = await listen(createIPXNodeServer(createIPX({ storage })));
    return `${origin}/w_800,f_webp/photo.jpg`;
  },
  async bare() {
    const bytes = await sharp(photo).resize(800).webp({ quality: 85, effort: 0 }).toBuffer();
    return listen((_, answer) => answer.setHeader('content-length', bytes.length).end(bytes));
  },
};

process.send?.(await servers[process.argv[2] ?? '']?.());
process.once('disconnect', () => process.exit(0));

/** Its origin. @param {import('node:http').RequestListener} listener */
async function listen(listener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}
