import { createEmulator } from '../../../src/dev.js';
import { form, json } from '../suite/sample-forms.js';
import type { Outcome, Side, UploadWish } from './side.js';

/** Our emulator, through its REST API and its delivery. */
export function createEmulatorSide(): Side {
  let source: Uint8Array = new Uint8Array();
  const emulator = createEmulator({
    outgoing: async () => new Response(new Uint8Array(source)),
  });
  const root = `https://api.cloudflare.com/client/v4/accounts/${emulator.accountId}/images`;
  const call = async (method: string, path: string, init: RequestInit = {}) => {
    const headers = { ...init.headers, authorization: `Bearer ${emulator.token}` };
    return emulator.fetch(root + path, { ...init, method, headers });
  };
  const outcome = async (response: Response): Promise<Outcome> => {
    if (response.status === 404) return 'none';
    const { result } = (await response.json()) as { result: Record<string, unknown> | null };
    return result ?? 'refused';
  };
  const at = (id: string) => `/v1/${encodeURIComponent(id)}`;
  return {
    async upload(bytes, { metadata, filename, ...wish }: UploadWish) {
      const fields = Object.fromEntries(
        Object.entries(wish).map(([name, value]) => [name, String(value)]),
      );
      const file = new Blob([new Uint8Array(bytes)]);
      const meta = metadata ? { metadata: JSON.stringify(metadata) } : {};
      const body = form({ ...fields, ...meta, file }, filename);
      return outcome(await call('POST', '/v1', { body }));
    },
    details: async (id) => outcome(await call('GET', at(id))),
    update: async (id, wish) => outcome(await call('PATCH', at(id), json(wish))),
    async remove(id) {
      return (await call('DELETE', at(id))).status === 404 ? 'none' : 'removed';
    },
    async bytes(id) {
      const response = await call('GET', `${at(id)}/blob`);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : 'none';
    },
    async list({ creator, filter }) {
      const query = new URLSearchParams(creator === undefined ? {} : { creator });
      if (filter) query.set(`meta.${filter.field}[eq]`, filter.value);
      const result = await outcome(await call('GET', `/v2?${query}`));
      return (result as { images: { id: string }[] }).images.map(({ id }) => id);
    },
    async transform(bytes, options) {
      source = bytes;
      const words = Object.entries(options).map(([name, value]) => `${name}=${value}`);
      // Another source each time: the same address may be remembered.
      const url = `https://zone.example/cdn-cgi/image/${words.join(',')},format=json/${crypto.randomUUID()}`;
      const response = await emulator.fetch(url);
      if (!response.ok) return 'refused';
      const { width, height } = (await response.json()) as { width: number; height: number };
      return `${width}x${height}`;
    },
    close: () => emulator.close(),
  };
}
