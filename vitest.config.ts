import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'packages/*/src/**/*.test.ts',
      'infra/**/*.test.ts',
      'maintenance/**/*.test.ts',
      'tests/**/*.test.ts',
    ],
    setupFiles: ['tests/failOnLoggedErrors.ts'],
    // For what hangs, not for what is slow: a machine with other work on it takes several times as long.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Many tests wait for limits to pass; by itself vitest leaves one core to others, which on two is half of the time.
    maxWorkers: '100%',
  },
});
