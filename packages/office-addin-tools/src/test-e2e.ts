import { buildIfChanged, endToEndTests, inAll, prepareMachine } from './checks.ts';
import { endToEndArguments } from './endToEndArguments.ts';

/** `npm run test:e2e`: the end-to-end tests of `npm test`, or those that the arguments name, on an up-to-date build. */
export async function main(args: readonly string[]): Promise<void> {
  const playwright = endToEndArguments(args);
  await inAll(async () => {
    await prepareMachine();
    await buildIfChanged();
    await endToEndTests(playwright);
  });
}
