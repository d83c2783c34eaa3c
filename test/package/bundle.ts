import { build, type BuildOptions } from 'esbuild';

/** Bundles a program over the built package, the way an app's bundler would. */
export async function bundle(source: string, options: BuildOptions = {}): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'tsx' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    jsx: 'automatic',
    logLevel: 'silent',
    ...options,
  });
  return (result.outputFiles ?? []).map(({ text }) => text).join('\n');
}
