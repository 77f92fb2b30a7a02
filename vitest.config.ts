import { defineConfig } from 'vitest/config';
import { optionFiles } from './src/server/optionFiles.mjs';

export default defineConfig({
  test: {
    include: ['{src,packages,infra,maintenance,tests}/**/*.test.{ts,tsx}'],
    tags: [{ name: 'full', description: 'Left out of `npm test`; runs in `npm run test:all`.' }],
    globalSetup: optionFiles('testing/globalSetup.ts'),
    setupFiles: ['tests/failOnLoggedErrors.ts'],
    // For what hangs, not for what is slow: a machine with other work on it takes several times as long.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Vitest's default of one second is too short for a busy machine.
    expect: { poll: { timeout: 20_000 } },
    // Many tests wait for limits to pass. By default, vitest leaves one core free: half of a machine with two.
    maxWorkers: '100%',
  },
});
