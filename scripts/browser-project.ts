import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { TestProjectConfiguration } from 'vitest/config';
import { cfImages } from '../src/vite.js';
import { failingHandlers } from '../test/react/failing-handlers.js';
import { chromiumArgs, findChromium } from './chromium.mjs';

const executablePath = findChromium();

const chromium = (name: string) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: chromiumArgs },
  }),
  // The name stands in the report: without one, both projects would be called after the browser.
  instances: [{ browser: 'chromium' as const, name }],
});

/** Components in a real Chromium, served by a Vite server that carries the emulator. */
export const browserProject: TestProjectConfiguration = {
  // Found one by one while tests run, they would make Vite reload the page under them.
  optimizeDeps: {
    include: ['swr/infinite', 'axe-core', '@testing-library/react', 'react-dom/client'],
  },
  plugins: [react(), cfImages({ directory: false, flexibleVariants: true }), failingHandlers()],
  test: {
    name: 'components',
    include: ['test/**/*.browser.test.{ts,tsx}'],
    browser: chromium('browser'),
  },
};

/** Every story is a test: it renders, its play function passes, axe finds nothing. */
export const storybookProject: TestProjectConfiguration = {
  plugins: [storybookTest({ configDir: '.storybook' })],
  test: { name: 'stories', browser: chromium('storybook') },
};
