import {
  QUICK,
  buildAll,
  checkFormat,
  checkManifests,
  endToEndTests,
  inAll,
  lint,
  prepareMachine,
  typecheck,
  unitTests,
} from './checks.ts';
import { endToEndArguments } from './endToEndArguments.ts';

/**
 * `npm test`: every check that a change needs, the fastest first. Arguments go to Playwright, after a check:
 * `npm test -- tests/mainJob.spec.ts -g "…"`.
 */
export async function main(args: readonly string[]): Promise<void> {
  const playwright = endToEndArguments(args);
  await inAll(async () => {
    await prepareMachine();
    // They do not depend on each other, and together they keep both cores busy.
    await Promise.all([typecheck(), lint(), checkFormat(), checkManifests()]);
    await unitTests(QUICK);
    await buildAll();
    await endToEndTests(playwright);
  });
}
