import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

// Adding a public name is a decision: it needs a doc comment, and a line in the changelog.
test('the public surface is exactly this', async () => {
  const surface: Record<string, string[]> = {};
  for (const [entry, target] of Object.entries<unknown>(manifest.exports)) {
    const path = (target as { default?: string }).default;
    if (path === undefined || !path.endsWith('.js')) continue;
    const module = await import(new URL(`../../${path}`, import.meta.url).href);
    surface[entry] = Object.keys(module)
      .sort()
      .map((name) => `${name}: ${typeof module[name]}`);
  }
  expect(surface).toMatchSnapshot();
});
