import { FULL, buildIfChanged, endToEndTests, inAll, prepareMachine, unitTests } from './checks.ts';

/** `npm run test:all`: the full matrix, without what `npm test` runs. */
export async function main(): Promise<void> {
  await inAll(async () => {
    await prepareMachine();
    await unitTests(FULL);
    await buildIfChanged();
    await endToEndTests(['--project=full']);
  });
}
