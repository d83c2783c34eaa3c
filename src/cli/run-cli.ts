import type { ConsoleStreams } from './console-streams.js';
import { devCommand, devUsage } from './dev-command.js';

const usage = `react-cf-images <command>

  dev    start a local Cloudflare Images

${devUsage}`;

/** Runs one command line and answers the exit code: 0 fine, 1 failed, 2 not understood. */
export async function runCli(args: readonly string[], streams: ConsoleStreams): Promise<number> {
  const [command, ...rest] = args;
  if (command === '--help' || command === '-h' || command === 'help') {
    streams.stdout.write(usage);
    return 0;
  }
  if (command === 'dev') return devCommand(rest, streams);
  const complaint = command === undefined ? '' : `There is no command "${command}".\n\n`;
  streams.stderr.write(`${complaint}${usage}`);
  return 2;
}
