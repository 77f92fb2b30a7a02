import { defineConfig } from 'vitest/config';

const folders = '{src,packages,infra,maintenance,tests}';
/** Tests that `npm test` leaves to `npm run test:all`. */
const FULL = `${folders}/**/*.full.test.{ts,tsx}`;

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'quick', include: [`${folders}/**/*.test.{ts,tsx}`], exclude: [FULL] } },
      { extends: true, test: { name: 'full', include: [FULL] } },
    ],
    setupFiles: ['tests/failOnLoggedErrors.ts'],
    // For what hangs, not for what is slow: a machine with other work on it takes several times as long.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Many tests wait for limits to pass; by itself vitest leaves one core to others, which on two is half of the time.
    maxWorkers: '100%',
  },
});
