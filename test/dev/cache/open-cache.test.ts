import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../../src/dev.js';
import { createSharpRenderer } from '../../../src/dev/render/sharp-renderer.js';
import { png } from '../model/model-client.js';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test('after a restart an image that was drawn before is not drawn again', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'cf-images-cache-'));
  folders.push(directory);
  const sharp = createSharpRenderer();
  let drawn = 0;
  const open = (): Emulator =>
    createEmulator({
      store: { directory },
      renderer: {
        ...sharp,
        render: (...given) => {
          drawn += 1;
          return sharp.render(...given);
        },
      },
    });
  const first = open();
  const [id] = await first.seed({ images: [{ bytes: png }] });
  const url = `https://imagedelivery.net/${first.accountHash}/${id}/public`;
  const bytes = await (await first.fetch(url)).arrayBuffer();
  await first.close();
  const second = open();
  const again = await (await second.fetch(url)).arrayBuffer();
  await second.close();
  expect(new Uint8Array(again)).toEqual(new Uint8Array(bytes));
  expect(drawn).toBe(1);
});
