import { expect, it } from 'vitest';
import { listedCommands, unknownCommands } from './commandNames.ts';

const known = { scripts: ['start', 'lint', 'test:e2e'], tools: ['smoke'], maintenance: ['bench'] };

it.each([
  ['`npm run lint`', []],
  ['`npm run lints`', ['npm run lints']],
  ['`npm run test:e2e -- a.spec.ts`', []],
  ['```sh\nnpm stop\n```', ['npm stop']],
  ['`npx office-addin-tools smoke --origin https://x`', []],
  ['`npx office-addin-tools smook`', ['npx office-addin-tools smook']],
  ['`node maintenance/run.mjs bench -- server`', []],
  ['`node maintenance/run.mjs icons`', ['node maintenance/run.mjs icons']],
  ['npm run nothing, in prose', []],
])('finds the unknown commands of %j', (page, unknown) => {
  expect(unknownCommands(page, known)).toEqual(unknown);
});

it('reads the names of a list of commands', () => {
  const source =
    "await runCommand('x', {\n  start: ['start', 'Serve.'],\n  'test:e2e': [() => y, 'Run.'],\n});";
  expect(listedCommands(source)).toEqual(['start', 'test:e2e']);
});
