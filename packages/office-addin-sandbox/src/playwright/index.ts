import { test as base } from '@playwright/test';
import { ownAuthority } from '../authority.ts';
import { browserArguments } from '../browser/browserArguments.ts';
import type { ApplicationId } from '../office/page/applications.ts';
import { PORT_VARIABLE, readPorts } from '../redirect/portVariable.ts';
import type { ScenarioInput } from '../scenario.ts';
import { startSandbox } from '../startSandbox.ts';
import { UserError } from '../userError.ts';
import { Office } from './office.ts';

export { expect } from '@playwright/test';
export { Office, type RibbonButton } from './office.ts';

/** Options of a test, set with `test.use` or `use` in the configuration. */
export interface OfficeOptions {
  /** The application; undefined: the add-in's first. */
  readonly app: ApplicationId | undefined;
  /** The scenario at the start of each test, by id or composed. */
  readonly scenario: string | ScenarioInput;
}

/** Options of a worker: all tests of a file with other values run in a separate worker. */
export interface SandboxWorkerOptions {
  /** Paths of manifests: XML or unified JSON. */
  readonly manifest: string | readonly string[];
  /** Rejects calls that the sandbox doesn't implement. */
  readonly strict: boolean;
  /** File or https address of office.js; undefined: the installed package. */
  readonly officeJs: string | undefined;
}

export interface OfficeFixtures {
  /** The host page with the add-in, in a sandbox with the scenario and empty documents. */
  readonly office: Office;
  /** The task pane of the add-in. */
  readonly pane: Office['pane'];
}

interface RunningSandbox {
  readonly origin: string;
  readonly browserArgs: readonly string[];
}

/** Playwright's test with an add-in in Office. Needs Chromium. */
export const test = base.extend<
  OfficeOptions & OfficeFixtures,
  SandboxWorkerOptions & { readonly runningSandbox: RunningSandbox }
>({
  app: [undefined, { option: true }],
  scenario: ['ok', { option: true }],
  manifest: [[], { option: true, scope: 'worker' }],
  strict: [false, { option: true, scope: 'worker' }],
  officeJs: [undefined, { option: true, scope: 'worker' }],

  runningSandbox: [
    async ({ browserName, manifest, strict, officeJs }, use) => {
      if (browserName !== 'chromium') {
        throw new UserError(
          `office-addin-sandbox/playwright needs Chromium, because ${browserName} can't be directed to the sandbox.`,
        );
      }
      const started = await sandboxOfEnvironment();
      if (started) {
        await use(started);
        return;
      }
      if ([manifest].flat().length === 0) {
        throw new UserError("Name the manifest of the add-in: test.use({ manifest: 'manifest.xml' }).");
      }
      const sandbox = await startSandbox({
        manifest,
        strict,
        ...(officeJs === undefined ? {} : { officeJs }),
        port: 0,
      });
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  launchOptions: [
    async ({ launchOptions, runningSandbox }, use) => {
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...runningSandbox.browserArgs] });
    },
    { scope: 'worker' },
  ],

  // The add-in's own server has a certificate that only the developer's system trusts.
  ignoreHTTPSErrors: true,

  office: async ({ page, playwright, runningSandbox, app, scenario }, use) => {
    const request = await playwright.request.newContext({ ignoreHTTPSErrors: true });
    const office = new Office(page, request, runningSandbox.origin);
    await office.reset();
    if (scenario !== 'ok') await office.setScenario(scenario);
    await office.open(app);
    await use(office);
    await request.dispose();
  },

  pane: async ({ office }, use) => {
    await use(office.pane);
  },
});

/** Returns the sandbox of `office-addin-sandbox run`, or undefined. */
async function sandboxOfEnvironment(): Promise<RunningSandbox | undefined> {
  const { OFFICE_ADDIN_SANDBOX_ORIGIN: origin, [PORT_VARIABLE]: text } = process.env;
  if (!origin) return undefined;
  const { cert } = await ownAuthority();
  return { origin, browserArgs: browserArguments(readPorts(text), [cert]) };
}
