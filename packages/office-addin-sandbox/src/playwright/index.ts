import { test as base } from '@playwright/test';
import { ownAuthority } from '../authority.ts';
import { browserArguments } from '../browser/browserArguments.ts';
import type { ApplicationId } from '../office/page/applications.ts';
import { PORT_VARIABLE, readPorts } from '../redirect/portVariable.ts';
import type { ScenarioInput } from '../scenario.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../startSandbox.ts';
import { UserError } from '../userError.ts';
import { Office } from './office.ts';

export { expect } from '@playwright/test';
export { readScenarioFile } from '../recording/recording.ts';
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
  /**
   * Gives each worker its own add-in: at `https://localhost:<addinPort + index of the worker>` instead of the origin in
   * the manifest. Override `addinServer` to start its server there.
   */
  readonly addinPort: number | undefined;
  /** Further options of `startSandbox`, such as `problems` and `graph`. */
  readonly sandboxOptions: Omit<SandboxOptions, 'manifest' | 'strict' | 'officeJs' | 'addin' | 'port'>;
}

export interface WorkerFixtures {
  /** The sandbox of the worker; undefined in that of `office-addin-sandbox run`. */
  readonly sandbox: Sandbox | undefined;
  /** Origin of the worker's add-in; undefined: that of the manifest. */
  readonly addinOrigin: string | undefined;
  /** Runs before the tests of a worker. Override it to start the server of the add-in, with `sandbox.environment()`. */
  readonly addinServer: void;
}

export interface OfficeFixtures {
  /** The host page with the add-in, in a sandbox with the scenario and empty documents. */
  readonly office: Office;
  /** The task pane of the add-in. */
  readonly pane: Office['pane'];
}

interface RunningSandbox {
  readonly origin: string;
  /** Address of the host page on this machine. */
  readonly control: string;
  readonly browserArgs: readonly string[];
}

/** Playwright's test with an add-in in Office. Needs Chromium. */
export const test = base.extend<
  OfficeOptions & OfficeFixtures,
  SandboxWorkerOptions & WorkerFixtures & { readonly runningSandbox: RunningSandbox }
>({
  app: [undefined, { option: true }],
  scenario: ['ok', { option: true }],
  manifest: [[], { option: true, scope: 'worker' }],
  strict: [false, { option: true, scope: 'worker' }],
  officeJs: [undefined, { option: true, scope: 'worker' }],
  addinPort: [undefined, { option: true, scope: 'worker' }],
  sandboxOptions: [{}, { option: true, scope: 'worker' }],

  addinOrigin: [
    async ({ addinPort }, use, { parallelIndex }) => {
      await use(addinPort === undefined ? undefined : `https://localhost:${addinPort + parallelIndex}`);
    },
    { scope: 'worker' },
  ],

  sandbox: [
    async ({ manifest, strict, officeJs, addinOrigin, sandboxOptions }, use) => {
      if (process.env['OFFICE_ADDIN_SANDBOX_ORIGIN']) {
        await use(undefined);
        return;
      }
      if ([manifest].flat().length === 0) {
        throw new UserError("Name the manifest of the add-in: test.use({ manifest: 'manifest.xml' }).");
      }
      const sandbox = await startSandbox({
        ...sandboxOptions,
        manifest,
        strict,
        ...(officeJs === undefined ? {} : { officeJs }),
        ...(addinOrigin === undefined ? {} : { addin: addinOrigin }),
        port: 0,
      });
      await use(sandbox);
      await sandbox.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  addinServer: [
    async ({ playwright: _playwright }, use) => use(),
    { scope: 'worker', auto: true, timeout: 60_000 },
  ],

  runningSandbox: [
    async ({ browserName, sandbox }, use) => {
      if (browserName !== 'chromium') {
        throw new UserError(
          `office-addin-sandbox/playwright needs Chromium, because ${browserName} can't be directed to the sandbox.`,
        );
      }
      const running = sandbox
        ? { ...sandbox, control: `https://localhost:${sandbox.ports.office}` }
        : await sandboxOfEnvironment();
      if (!running) throw new UserError('OFFICE_ADDIN_SANDBOX_ORIGIN is set, but no sandbox was found.');
      await use(running);
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
    const office = new Office(page, request, runningSandbox.origin, runningSandbox.control);
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
  return { origin, control: origin, browserArgs: browserArguments(readPorts(text), [cert]) };
}
