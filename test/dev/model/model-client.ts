import sharp from 'sharp';
import type { Emulator } from '../../../src/dev.js';

export const png: Uint8Array<ArrayBuffer> = new Uint8Array(
  await sharp({ create: { width: 6, height: 4, channels: 3, background: '#246' } })
    .png()
    .toBuffer(),
);

export interface ModelAnswer {
  status: number;
  body: {
    errors: { code: number }[];
    // Shapes differ by endpoint; the steps name what they expect.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    result: any;
  };
}

export interface ImageForm {
  file?: Uint8Array<ArrayBuffer>;
  meta: Record<string, unknown>;
  creator: string | null;
  isPrivate: boolean;
  id: string | undefined;
}

/** Speaks to an emulator the way documentation writes it, with nothing of our own client. */
export function createModelClient(emulator: Emulator) {
  const root = `https://api.cloudflare.com/client/v4/accounts/${emulator.accountId}/images/`;
  const headers = { authorization: `Bearer ${emulator.token}` };
  const read = async (response: Response): Promise<ModelAnswer> => ({
    status: response.status,
    body: await response.json(),
  });
  return {
    async json(method: string, path: string, body?: unknown) {
      const init = body === undefined ? {} : { body: JSON.stringify(body) };
      return read(await emulator.fetch(root + path, { method, headers, ...init }));
    },
    async form(path: string, { file, meta, creator, isPrivate, id }: ImageForm) {
      const form = new FormData();
      if (file) form.append('file', new Blob([file], { type: 'image/png' }), 'dot.png');
      form.append('metadata', JSON.stringify(meta));
      form.append('requireSignedURLs', String(isPrivate));
      if (creator !== null) form.append('creator', creator);
      if (id !== undefined) form.append('id', id);
      return read(await emulator.fetch(root + path, { method: 'POST', headers, body: form }));
    },
    async send(uploadURL: string) {
      const form = new FormData();
      form.append('file', new Blob([png], { type: 'image/png' }), 'dot.png');
      return read(await emulator.fetch(uploadURL, { method: 'POST', body: form }));
    },
  };
}

export type ModelClient = ReturnType<typeof createModelClient>;
