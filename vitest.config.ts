import { defineConfig } from 'vitest/config';
import { browserProject, storybookProject } from './scripts/browser-project.js';

// File names choose the project: x.test.ts runs in Node, x.jsdom.test.tsx in jsdom,
// x.browser.test.tsx inside a real Chromium. End-to-end tests are Node tests that drive one.
export default defineConfig({
  test: {
    reporters: ['default', './scripts/plain-line-reporter.ts'],
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.jsdom.test.*', 'test/**/*.browser.test.*', 'test/e2e/**'],
          // Every answer of every emulator in these tests is held against the contract.
          setupFiles: ['test/contract/watch/setup.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'jsdom',
          environment: 'jsdom',
          include: ['test/**/*.jsdom.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
      browserProject,
      storybookProject,
    ],
  },
});
