import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

export interface DemoServer {
  origin: string;
  stop(): Promise<void>;
}

/** Starts what `npm start` starts, with its data in the given folder, and waits until it answers. */
export async function startDemo(dataFolder: string): Promise<DemoServer> {
  const port = await freePort();
  const child = spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'demo'], {
    env: { ...process.env, DEMO_DATA: dataFolder, PORT: String(port), CF_ACCOUNT_ID: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const origin = `http://localhost:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${origin}/api/images/images`).catch(() => undefined);
    if (answer?.ok) return { origin, stop: () => stop(child) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop(child);
  throw new Error(`The demo did not start:\n${output}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
