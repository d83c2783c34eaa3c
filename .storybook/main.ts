import type { StorybookConfig } from '@storybook/react-vite';
import { cfImages } from '../src/vite.js';

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), cfImages({ directory: false, flexibleVariants: true })],
  }),
};

export default config;
