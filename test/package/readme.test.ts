import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const snippets = [...readFileSync('README.md', 'utf8').matchAll(/```(tsx?)\n([\s\S]*?)```/g)].map(
  ([, extension, code], index) => ({
    path: resolve(`readme-${index}.${extension}`),
    code: code ?? '',
  }),
);

test('every snippet of the README compiles', () => {
  expect(snippets.length).toBeGreaterThan(5);
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: ['src/url.ts'] },
    ts.sys,
    '.',
  );
  const host = ts.createCompilerHost(options);
  const virtual = new Map(snippets.map(({ path, code }) => [path, code]));
  const { readFile, fileExists } = host;
  host.readFile = (path) => virtual.get(path) ?? readFile(path);
  host.fileExists = (path) => virtual.has(path) || fileExists(path);
  const program = ts.createProgram([...virtual.keys(), resolve('demo/env.d.ts')], options, host);
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const name = file ? file.fileName.replace(/.*\//, '') : '';
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
  expect(problems).toEqual([]);
});
