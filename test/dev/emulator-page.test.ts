import { expect, test } from 'vitest';
import { printEmulatorPage } from './emulator-page.js';

test('docs/emulator.md says what the code says; "npm run docs" writes it anew', async () => {
  await expect(printEmulatorPage()).toMatchFileSnapshot('../../docs/emulator.md');
});
