import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Tests that read what a browser cannot: files (node:fs) and types (ts-morph). */
const NODE_ONLY = [
  'autograd/api.test.ts', // types of the exports, by ts-morph
  'autograd/examples.test.ts', // doc comments of the sources
  'autograd/pages.test.ts', // pages of docs/
  'autograd/reference.test.ts', // doc comments and types, by ts-morph
  'autograd/io/files*.test.ts', // node:fs
  'autograd/conformance/**', // data outside the project
  'autograd/models/**', // data in fixtures/
  'autograd/train/killed.test.ts', // processes
  'autograd/nn/recurrent/pytorch.test.ts', // numbers in fixtures/
];

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `npm run test:browser`: the engine's own tests once more, in headless Chromium. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  optimizeDeps: { include: ['fast-check', '@viz-js/viz'] },
  test: {
    name: 'browser',
    include: ['autograd/**/*.test.ts'],
    exclude: NODE_ONLY,
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
          args: CHROMIUM_FLAGS,
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
