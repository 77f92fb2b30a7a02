import { readAddress } from './address.ts';
import { controlApi } from './controlApi.ts';
import { HostPage } from './hostPage.ts';
import { readPageFacts } from './pageFacts.ts';
import { report } from './report.ts';

/** Starts the host page: what the address names is in force before the pane is loaded. */
async function start(): Promise<void> {
  const scenarios = await controlApi.scenarios();
  const page = new HostPage(readPageFacts(), scenarios, readAddress(location.search));
  await page.start();
}

start().catch(report);
