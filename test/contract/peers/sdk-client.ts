import Cloudflare, { type ClientOptions } from 'cloudflare';
import { type ServedEmulator, serveEmulator, type ServeEmulatorOptions } from '../../../src/dev.js';

/** The official package, its `baseURL` set to an emulator on a port of its own. */
export async function startWithSdk(
  given: ServeEmulatorOptions = {},
  settings: ClientOptions = {},
): Promise<{ emulator: ServedEmulator; client: Cloudflare; account: { account_id: string } }> {
  const emulator = await serveEmulator(given);
  const client = new Cloudflare({
    apiToken: emulator.token,
    baseURL: `${emulator.origin}/client/v4`,
    ...settings,
  });
  return { emulator, client, account: { account_id: emulator.accountId } };
}
