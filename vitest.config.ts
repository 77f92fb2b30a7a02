import { configDefaults, defineConfig } from 'vitest/config';
import { optionFiles } from './src/server/optionFiles.mjs';

const TESTS = '{src,packages,infra,maintenance,tests}/**/*.test.{ts,tsx}';

/** State of the whole process: MSAL's managed identity, certificates that Node has loaded, the size of the heap. */
const ISOLATED = [
  'src/server/server.test.ts',
  'src/server/graph/credential.test.ts',
  'src/server/graph/onBehalfOf.test.ts',
  'tests/server/faults/hangs.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      // Test files share loaded modules: loading them again for each file takes half of the time of all tests.
      {
        extends: true,
        test: {
          name: 'shared',
          include: [TESTS],
          exclude: [...configDefaults.exclude, ...ISOLATED],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
    ],
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
