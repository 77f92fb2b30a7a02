import { inAll, prepareMachine, QUICK, unitTests } from './checks.ts';

/** `npm run test:unit`: the unit and server tests of `npm test`, or, with arguments, those that `vitest run` finds. */
export async function main(args: readonly string[]): Promise<void> {
  await inAll(async () => {
    await prepareMachine();
    await unitTests(...(args.length === 0 ? [QUICK] : args));
  });
}
