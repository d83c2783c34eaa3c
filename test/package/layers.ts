import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

/** Which folders of src/ each folder may import; itself always. Entry points may import all. */
const mayImport: Record<string, readonly string[]> = {
  protocol: [],
  url: ['protocol'],
  upload: ['protocol'],
  react: ['protocol', 'url', 'upload'],
  server: ['protocol', 'url'],
  node: [],
  dev: ['protocol', 'node'],
  vite: ['protocol', 'url', 'server', 'dev', 'node'],
  cli: ['protocol', 'url', 'server', 'dev', 'node'],
  testing: ['protocol', 'url', 'server', 'dev', 'node'],
};

/** The packages that a folder may import, beside the platform. */
const mayUse: Record<string, RegExp> = {
  react: /^(react|swr)(\/.*)?$/,
  // Not a package but a name that no bundler can resolve; see the file.
  server: /^react-cf-images\/server-must-not-be-bundled-for-a-browser$/,
  node: /^node:/,
  dev: /^(node:.*|sharp|libsql)$/,
  vite: /^(node:.*|vite)$/,
  cli: /^node:/,
  testing: /^(node:.*|msw)$/,
};

export interface SourceFile {
  /** Relative to src/, with forward slashes. */
  path: string;
  text: string;
}

export function readSource(root = 'src'): SourceFile[] {
  return readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name) && statSync(join(root, name)).isFile())
    .map((name) => ({
      path: name.split(sep).join('/'),
      text: readFileSync(join(root, name), 'utf8'),
    }));
}

/** Every import of a file: static, dynamic, re-export, type. */
export function importsOf({ text }: SourceFile): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)(['"])([^'"\n]+)\1/gm;
  return [...code.matchAll(pattern)].map((match) => match[2] as string);
}

/** One sentence for each import that crosses a wall. */
export function findViolations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => importsOf(file).flatMap((target) => violation(file, target)));
}

function violation(file: SourceFile, target: string): string[] {
  const folder = file.path.includes('/') ? (file.path.split('/')[0] as string) : '';
  if (!target.startsWith('.')) {
    if (folder === '' || mayUse[folder]?.test(target)) return [];
    return [`src/${file.path} imports "${target}": not a package that ${folder}/ may use`];
  }
  const path = normalize(join(dirname(file.path), target))
    .split(sep)
    .join('/');
  if (path.startsWith('..')) {
    return [`src/${file.path} imports "${target}": outside src/`];
  }
  if (!path.includes('/')) {
    return folder === '' && path.endsWith('.css')
      ? []
      : [`src/${file.path} imports "${target}": nobody imports an entry point`];
  }
  const other = path.split('/')[0] as string;
  if (folder === '' || folder === other || mayImport[folder]?.includes(other)) return [];
  return [`src/${file.path} imports "${target}": ${folder}/ may not import ${other}/`];
}
