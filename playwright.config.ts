import { defineConfig } from '@playwright/test';
import { findHeadlessBrowser } from 'office-addin-tools/testing';
import { optionFiles } from './src/server/optionFiles.mjs';

/** Tests that `npm test` leaves to `npm run test:all`: by tag, or all of a file. */
const FULL = /@full|\.full\.spec\.ts/u;

/** End to end: the built add-in, the real office.js, the sandbox, a real browser. */
export default defineConfig({
  testDir: 'tests',
  globalSetup: optionFiles('testing/endToEnd.ts'),
  // Its neighbours `*.test.ts` are vitest's.
  testMatch: '**/*.spec.ts',
  projects: [
    { name: 'quick', grepInvert: FULL },
    { name: 'full', grep: FULL },
  ],
  workers: 5,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    ignoreHTTPSErrors: true,
    launchOptions: {
      executablePath: findHeadlessBrowser(),
      args: [
        ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        // The browser looks for nothing outside of this machine.
        // Pictures of the pane need no graphics card, and its emulation takes half of the time.
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
    screenshot: 'only-on-failure',
    // A trace copies the page at every step: with thousands of files that is what takes the time.
    trace: 'off',
  },
});
