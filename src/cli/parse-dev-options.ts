import { parseArgs } from 'node:util';
import type { ServeEmulatorOptions } from '../dev/serve-emulator.js';

/** What `react-cf-images dev` was asked for. */
export type DevOptions =
  | { help: true }
  | { help: false; isLogging: boolean; serve: ServeEmulatorOptions };

/** Reads the options of `dev`; throws with a sentence for the terminal when they make no sense. */
export function parseDevOptions(args: readonly string[]): DevOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8788' },
      host: { type: 'string', default: '127.0.0.1' },
      data: { type: 'string' },
      flexible: { type: 'boolean', default: false },
      log: { type: 'boolean', default: false },
      'allow-host': { type: 'string', multiple: true, default: [] },
      'allow-production': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return { help: true };
  const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : Number.NaN;
  if (!(port <= 65_535)) {
    throw new Error(`--port takes a number from 0 (any free one) to 65535, not "${values.port}".`);
  }
  return {
    help: false,
    isLogging: values.log,
    serve: {
      port,
      host: values.host,
      allowedHosts: values['allow-host'],
      allowProduction: values['allow-production'],
      store: values.data === undefined ? 'memory' : { directory: values.data },
      // Without the flag a folder keeps what it was last set to.
      ...(values.flexible ? { flexibleVariants: true } : {}),
    },
  };
}
