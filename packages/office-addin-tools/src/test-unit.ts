import { inAll, prepareMachine, unitTests } from './checks.ts';

/** `npm run test:unit`: the unit and server tests of `npm test`. Arguments go to vitest: files and its options. */
export async function main(args: readonly string[]): Promise<void> {
  await inAll(async () => {
    await prepareMachine();
    await unitTests('quick', args);
  });
}
