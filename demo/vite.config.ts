import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { createImagesClient, createImagesHandler } from '../src/server.js';
import { cfImages } from '../src/vite.js';

// With these three set the demo runs on a real account; without them, on the emulator.
const { CF_ACCOUNT_ID, CF_API_TOKEN, CF_ACCOUNT_HASH, DEMO_DATA, PORT } = process.env;
const isRealAccount = Boolean(CF_ACCOUNT_ID && CF_API_TOKEN && CF_ACCOUNT_HASH);

export default defineConfig({
  root: import.meta.dirname,
  clearScreen: false,
  server: {
    ...(PORT ? { port: Number(PORT), strictPort: true } : {}),
    open: Boolean(process.stdout.isTTY) && !process.env.CI,
  },
  plugins: [
    react(),
    cfImages({
      directory: DEMO_DATA ?? '../.data/demo',
      flexibleVariants: true,
      ...(isRealAccount
        ? {
            accountHash: CF_ACCOUNT_HASH as string,
            images: createImagesClient({
              accountId: CF_ACCOUNT_ID as string,
              apiToken: CF_API_TOKEN as string,
            }),
          }
        : {}),
      handler: (images) =>
        createImagesHandler({
          images,
          // The demo has no users: everyone who can open it, and that is this machine, may do
          // everything. Your app looks at the session here.
          authorize: () => true,
          allowedMetadata: ['width', 'height'],
          publicMetadata: ['width', 'height'],
        }),
    }),
  ],
});
