import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

function runNode(program: string, conditions: string[] = []) {
  const flags = conditions.map((condition) => `--conditions=${condition}`);
  return spawnSync(process.execPath, [...flags, '--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
}

test('CfImage renders where React has no hooks', () => {
  const { stdout, stderr } = runNode(
    `import * as React from 'react';
     if (React.useState) throw new Error('not the server build of React');
     import { CfImage } from './dist/react/CfImage.js';
     import { createDelivery } from './dist/url.js';
     const delivery = createDelivery({ accountHash: 'hash', flexible: true });
     const element = CfImage({ delivery, imageId: 'id', alt: 'A lake', width: 400, height: 300 });
     console.log(element.type, element.props.src, element.props.alt);`,
    ['react-server'],
  );
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^img https:\/\/imagedelivery\.net\/hash\/id\/\S+ A lake\n$/);
});

test('./url loads with React absent', () => {
  const { stdout, stderr } = runNode(
    `import { register } from 'node:module';
     register('data:text/javascript,' + encodeURIComponent(
       'export function resolve(name, context, next) {' +
       'if (/^(react|swr)/.test(name)) throw new Error("asked for " + name);' +
       'return next(name, context) }'));
     const { buildDeliveryUrl, createDelivery } = await import('./dist/url.js');
     console.log(buildDeliveryUrl(createDelivery({ accountHash: 'hash' }), 'id', 'public'));`,
  );
  expect(stderr).toBe('');
  expect(stdout).toBe('https://imagedelivery.net/hash/id/public\n');
});
