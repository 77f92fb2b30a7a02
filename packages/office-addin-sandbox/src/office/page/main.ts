import { readAddress } from './address.ts';
import { controlApi } from './controlApi.ts';
import { HostPage } from './hostPage.ts';
import { showError } from './errorBanner.ts';
import { readPageConfig } from './pageConfig.ts';

/** Starts the host page. Applies the scenario of the address before the pane loads. */
async function start(): Promise<void> {
  const scenarios = await controlApi.scenarios();
  const page = new HostPage(readPageConfig(), scenarios, readAddress(location.search));
  await page.start();
}

start().catch(showError);
