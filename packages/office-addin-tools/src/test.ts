import {
  buildAll,
  checkManifests,
  endToEndTests,
  inAll,
  lint,
  prepareMachine,
  typecheck,
  unitTestsDuring,
} from './checks.ts';
import { endToEndArguments } from './endToEndArguments.ts';

/**
 * `npm test`: every check that a change needs. Arguments go to Playwright, after a check:
 * `npm test -- tests/mainJob.spec.ts -g "…"`.
 */
export async function main(args: readonly string[]): Promise<void> {
  const playwright = endToEndArguments(args);
  await inAll(async () => {
    await prepareMachine();
    await Promise.all([oneByOne(typecheck, lint, checkManifests), buildAll()]);
    // Fewer workers than in `npm run test:all`, where the browsers have the machine to themselves.
    await unitTestsDuring(() => endToEndTests(['--workers=2', ...playwright]));
  });
}

async function oneByOne(...steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const run of steps) await run();
}
