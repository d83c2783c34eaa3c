import { readFileSync } from 'node:fs';
import { apiRoutes } from '../../src/dev/api/find-route.js';
import { optionFidelity } from '../../src/dev/delivery/option-fidelity.js';
import { type OptionName, optionTable } from '../../src/dev/delivery/option-table.js';
import { defaultGuesses, type Guesses } from '../../src/dev/guesses.js';

type Guess = keyof Guesses;

/** What an operation is called, and which switches decide what nobody has published about it. */
const operations: Readonly<Record<string, { name: string; guesses?: readonly Guess[] }>> = {
  'GET /v2': { name: 'List v2', guesses: ['untypedEq'] },
  'POST /v2/direct_upload': {
    name: 'Direct creator upload',
    guesses: ['privateCustomId', 'bracketMetadata', 'metadataBytes', 'idLength', 'idSuffix'],
  },
  'GET /v1': { name: 'List v1 (deprecated)', guesses: ['v1PageSize'] },
  'POST /v1': {
    name: 'Upload, by file or url',
    guesses: [
      'privateCustomId',
      'bracketMetadata',
      'metadataBytes',
      'maxUploadBytes',
      'uploadStatus',
    ],
  },
  'GET /v1/keys': { name: 'Keys list' },
  'PUT /v1/keys/{name}': { name: 'Key create' },
  'DELETE /v1/keys/{name}': { name: 'Key delete' },
  'GET /v1/stats': { name: 'Stats' },
  'GET /v1/variants': { name: 'Variants list' },
  'POST /v1/variants': { name: 'Variant create' },
  'GET /v1/variants/{name}/flat': { name: 'Variant get, flat' },
  'GET /v1/variants/{name}': { name: 'Variant get' },
  'PATCH /v1/variants/{name}': { name: 'Variant update' },
  'DELETE /v1/variants/{name}': { name: 'Variant delete' },
  'GET /v1/config': { name: 'Config read (undocumented)', guesses: ['configResult'] },
  'PATCH /v1/config': { name: 'Config change', guesses: ['configResult'] },
  'GET /v1/batch_token': { name: 'Batch token' },
  'GET /v1/{name}/blob': { name: 'Base image' },
  'GET /v1/{name}': { name: 'Details' },
  'PATCH /v1/{name}': { name: 'Update', guesses: ['idSuffix', 'privateCustomId'] },
  'DELETE /v1/{name}': { name: 'Delete' },
};

const hosts: readonly (readonly [string, string, readonly Guess[]])[] = [
  [
    'Upload host',
    'POST, OPTIONS',
    ['uploadLinkGone', 'uploadStatus', 'uploadPreflight', 'maxUploadBytes'],
  ],
  [
    'imagedelivery.net',
    'GET, HEAD',
    [
      'hostedNotFoundCode',
      'hostedErrorHeader',
      'privateDeny',
      'signedString',
      'vary',
      'privateTtl',
      'badOption',
    ],
  ],
  ['/cdn-cgi/imagedelivery/', 'GET, HEAD', ['customDomainSigning']],
  ['/cdn-cgi/image/', 'GET, HEAD', ['extraFits']],
  ['Webhooks', 'sent', ['webhook']],
];

/** The page `docs/emulator.md`, made from the code it describes. */
export function printEmulatorPage(): string {
  return `<!-- Made by "npm run docs" from the code. Do not edit. -->

# What the emulator emulates

Written from Cloudflare's documentation, and honest about the rest. **Emulated** is as documented. **Stand-in** is something like it, and the answer says so in its \`x-cf-images-explain\` header. **Not emulated** has no effect; \`createEmulator({ strict: true })\` turns it into an error. **Guessed** names the switch of \`createEmulator({ guesses })\` for what nobody has published. **Verified** would say that the real service was asked; the same contract suite runs against an account when \`CF_ACCOUNT_ID\`, \`CF_API_TOKEN\` and \`CF_ACCOUNT_HASH\` are set, and so far nobody has run it there.

## REST API

${table(['operation', 'request', 'state', 'guessed', 'verified'], restRows())}

## Other surfaces

${table(
  ['surface', 'methods', 'state', 'guessed', 'verified'],
  hosts.map(([name, methods, guesses]) => [name, methods, 'emulated', codes(guesses), 'no']),
)}

## Options of delivery URLs

${table(['option', 'alias', 'state', 'note', 'guessed', 'verified'], optionRows())}

## Guesses

Code that should run on the real service has to work with every value of each.

${table(['switch', 'what is unknown', 'stands in'], guessRows())}
`;
}

function restRows(): string[][] {
  return apiRoutes.flatMap(({ pattern, methods }) =>
    Object.keys(methods).map((method) => {
      const path = pattern.source
        .replace(/^\^|\$$/g, '')
        .replaceAll('\\/', '/')
        .replace(/\(.*?\)(?=\/|$)/, '{name}');
      const operation = operations[`${method} ${path}`];
      if (!operation) throw new Error(`${method} ${path} has no row in test/dev/emulator-page.ts`);
      const { name, guesses = [] } = operation;
      return [name, `\`${method} /images${path}\``, 'emulated', codes(guesses), 'no'];
    }),
  );
}

function optionRows(): string[][] {
  return Object.entries(optionFidelity).map(([name, { state, note = '', guess }]) => {
    const { alias, remoteOnly } = optionTable[name as OptionName];
    const where = remoteOnly ? 'remote images only' : '';
    return [
      `\`${name}\``,
      alias ? `\`${alias}\`` : '',
      state,
      [where, note].filter(Boolean).join('; '),
      codes(guess ? [guess] : []),
      'no',
    ];
  });
}

function guessRows(): string[][] {
  const source = readFileSync('src/dev/guesses.ts', 'utf8');
  return Object.entries(defaultGuesses).map(([name, value]) => {
    const comment = new RegExp(`/\\*\\* ((?:U\\d+|Ours): .*?) \\*/\\n  ${name}:`).exec(source)?.[1];
    if (!comment) throw new Error(`${name} has no one-line doc comment in guesses.ts`);
    return [`\`${name}\``, comment, `\`${JSON.stringify(value)}\``];
  });
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
