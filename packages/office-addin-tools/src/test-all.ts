import {
  FULL,
  buildIfChanged,
  checkFormat,
  endToEndTests,
  inAll,
  prepareMachine,
  say,
  unitTests,
} from './checks.ts';
import { installOtherBrowsers } from './services/otherBrowsers.ts';

/** `npm run test:all`: the full matrix, without what `npm test` runs. */
export async function main(): Promise<void> {
  await inAll(async () => {
    await prepareMachine();
    installOtherBrowsers(say);
    await checkFormat();
    await unitTests(FULL);
    await buildIfChanged();
    await endToEndTests(['--project=full']);
  });
}
