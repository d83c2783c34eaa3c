import { once } from 'node:events';
import type { RequestRecord } from '../dev/control/request-log.js';
import { loadSharp } from '../dev/render/load-sharp.js';
import { type ServedEmulator, serveEmulator } from '../dev/serve-emulator.js';
import type { ConsoleStreams } from './console-streams.js';
import { type DevOptions, parseDevOptions } from './parse-dev-options.js';

export const devUsage = `react-cf-images dev [options]

  --port <number>       default 8788, 0 for any free port
  --data <folder>       keep images there between restarts (needs libsql); default: in memory
  --flexible            turn flexible variants on
  --log                 print a line for each request
  --host <address>      default 127.0.0.1; another one opens it to your network
  --allow-host <name>   answer to this host name too; can be given several times
  --allow-production    start although NODE_ENV is "production"
`;

/** `react-cf-images dev`: serves until it is interrupted. */
export async function devCommand(
  args: readonly string[],
  streams: ConsoleStreams,
): Promise<number> {
  let options: DevOptions;
  try {
    options = parseDevOptions(args);
  } catch (error) {
    streams.stderr.write(`${describe(error)}\n\n${devUsage}`);
    return 2;
  }
  if (options.help) {
    streams.stdout.write(devUsage);
    return 0;
  }
  let emulator: ServedEmulator;
  try {
    const onRequest = (record: RequestRecord) => streams.stdout.write(describeRequest(record));
    // Not at the first upload: who starts it is still looking.
    await loadSharp();
    emulator = await serveEmulator({
      ...options.serve,
      ...(options.isLogging ? { onRequest } : {}),
    });
  } catch (error) {
    streams.stderr.write(`${describe(error)}\n`);
    return 1;
  }
  const { store } = options.serve;
  const isKept = typeof store === 'object' && 'directory' in store;
  // Listened for before anybody can know that there is something to interrupt.
  const interrupted = interruption();
  streams.stdout.write(greeting(emulator, isKept ? `in ${store.directory}` : 'in memory'));
  await interrupted;
  await emulator.close();
  return 0;
}

// Either way of asking a process to end; a second one is not waited for by anybody.
async function interruption(): Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })]);
  stop.abort();
}

function greeting(emulator: ServedEmulator, place: string): string {
  const { origin, accountId, accountHash, token } = emulator;
  return `Cloudflare Images, locally, at ${origin} (images are kept ${place})
Look inside at ${origin}/__cf-images/

  account id     ${accountId}
  account hash   ${accountHash}
  token          ${token}

For your .env:

CF_ACCOUNT_ID=${accountId}
CF_ACCOUNT_HASH=${accountHash}
CF_API_TOKEN=${token}
# baseUrl of createImagesClient
CF_API_URL=${origin}/client/v4
# origin of createDelivery
CF_IMAGES_ORIGIN=${origin}/imagedelivery.net
`;
}

function describeRequest({ status, method, host, path, durationMs }: RequestRecord): string {
  return `${status ?? 'cut'} ${method} ${host} ${path} ${durationMs} ms\n`;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isTaken = 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? `${error.message}. Choose another one with --port.` : error.message;
}
