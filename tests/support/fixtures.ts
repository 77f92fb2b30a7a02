import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  test as base,
  expect,
  type BrowserContext,
  type FrameLocator,
  type Page,
  type Request,
  type WebError,
  type APIRequestContext,
} from '@playwright/test';
import { publicKeyHash, type ScenarioInput, type LogEntry, type LogKind } from 'office-addin-sandbox';
import { localhostCertificates, startStack, type Stack } from 'office-addin-tools/testing';
import { routes, type Application } from '../../src/contract/api.ts';
import { addinApplications } from '../../src/contract/applications.ts';

export { expect } from '@playwright/test';

/** Ports of the tests, far from those of `npm start`, so that both can run at the same time; TEST_PORT moves them. */
export const FIRST_PORT = Number(process.env['TEST_PORT'] ?? 3400);

export const applications = addinApplications;
/** Where the pane can take out again what it has inserted. */
export const undoes: ReadonlySet<Application> = new Set(['word', 'excel', 'powerpoint', 'outlook']);
/** The one that a test opens to which all are alike. */
export const [anyApplication] = addinApplications;

/** The control calls of the sandbox, as any test from outside would make them. */
export class Sandbox {
  readonly #request: APIRequestContext;
  readonly #origin: string;

  constructor(request: APIRequestContext, origin: string) {
    this.#request = request;
    this.#origin = origin;
  }

  async reset(): Promise<void> {
    expect((await this.#request.post(this.#url('reset'))).ok()).toBe(true);
  }

  /** A named scenario, or one composed here; resets counters and log. */
  async scenario(wanted: string | ScenarioInput): Promise<void> {
    const data = typeof wanted === 'string' ? { id: wanted } : { scenario: wanted };
    const answer = await this.#request.put(this.#url('scenario'), { data });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  async scenarios(): Promise<{ id: string; code?: string; scenario: ScenarioInput }[]> {
    return (await (await this.#request.get(this.#url('scenarios'))).json()) as never;
  }

  /** Entries of these kinds, in order. */
  async log(...kinds: LogKind[]): Promise<LogEntry[]> {
    const entries = (await (await this.#request.get(this.#url('log'))).json()) as LogEntry[];
    return entries.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  }

  async document(app: Application): Promise<{ app: string; content: unknown[] }> {
    return (await (await this.#request.get(this.#url(`document?app=${app}`))).json()) as never;
  }

  #url(call: string): string {
    return `${this.#origin}/__sandbox/${call}`;
  }
}

export interface Pane {
  readonly page: Page;
  readonly frame: FrameLocator;
}

interface Fixtures {
  readonly sandbox: Sandbox;
  /** Opens the host page with this application and waits for nothing. */
  readonly open: (app?: Application, query?: string) => Promise<Pane>;
  readonly noPageErrors: void;
  readonly noSavedPreferences: void;
}

interface WorkerFixtures {
  /** One browser profile on the disk for all tests of a worker, so that the browser compiles office.js once. */
  readonly profile: BrowserContext;
  /** Settings of the add-in's server over those of the sandbox; a spec file sets them with `test.use`. */
  readonly settings: Record<string, string>;
  readonly stack: Stack;
}

/**
 * Returns the browser option that accepts the certificate for localhost. With `ignoreHTTPSErrors`, Chromium would cache
 * neither files nor compiled scripts.
 */
async function trustLocalhost(): Promise<string> {
  const { cert } = await localhostCertificates();
  return `--ignore-certificate-errors-spki-list=${publicKeyHash(cert)}`;
}

/** Returns the settings that the global setups of options (`testing/endToEnd.ts`) provide for the server of a worker. */
const optionSettings = (worker: number) =>
  JSON.parse(process.env[`TEST_SETTINGS_${worker}`] ?? '{}') as Record<string, string>;

/** The address under which a test has opened the host page, where another test may use it again. */
const reusable = new WeakMap<Page, string>();

/** Replaces the pane, and leaves the host page: a third of the cost of loading both. Returns false elsewhere. */
async function reloadPane(page: Page, host: string): Promise<boolean> {
  if (!page.url().startsWith(`${host}/`)) return false;
  await page.evaluate(() => {
    document.querySelector('[data-testid="pane-frame"]')?.remove();
    document.getElementById('reload')?.click();
  });
  return true;
}

/** Ends the pane, so that it sends nothing during the next test. */
async function leaveHostPage(page: Page): Promise<void> {
  const hasHost = await page.evaluate(() => {
    const log = document.getElementById('log-clear');
    log?.click();
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
    return log !== null;
  });
  if (!hasHost) await page.goto('about:blank');
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  settings: [{}, { option: true, scope: 'worker' }],

  profile: [
    async ({ playwright, launchOptions }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'browser-profile-'));
      const profile = await playwright.chromium.launchPersistentContext(folder, {
        ...launchOptions,
        args: [...(launchOptions.args ?? []), await trustLocalhost()],
        // Animated progress bars would take a third of a machine without a graphics card.
        reducedMotion: 'reduce',
      });
      await use(profile);
      await profile.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  context: async ({ profile }, use) => {
    await use(profile);
  },

  /** One tab for all tests of a worker: opening one, and loading the host page, takes longer than most tests. */
  page: async ({ profile }, use) => {
    const page = profile.pages()[0] ?? (await profile.newPage());
    await use(page);
    for (const other of profile.pages()) if (other !== page) await other.close();
    await leaveHostPage(page);
  },

  stack: [
    async ({ settings }, use, worker) => {
      const port = FIRST_PORT + worker.parallelIndex * 10;
      const stack = await startStack({
        port,
        settings: { ...optionSettings(worker.parallelIndex), ...settings },
      });
      await use(stack);
      await stack.close();
    },
    { scope: 'worker', timeout: 200_000 },
  ],

  sandbox: async ({ stack, request }, use) => {
    const sandbox = new Sandbox(request, stack.origins.office);
    await sandbox.reset();
    await use(sandbox);
  },

  open: async ({ stack, page, sandbox: _reset }, use) => {
    await use(async (app = anyApplication, query = '') => {
      const address = `${stack.origins.office}/?app=${app}${query}`;
      if (reusable.get(page) !== address || !(await reloadPane(page, stack.origins.office)))
        await page.goto(address);
      if (query === '') reusable.set(page, address);
      else reusable.delete(page);
      return { page, frame: page.frameLocator('[data-testid="pane-frame"]') };
    });
  },

  /** An error of a page or an unhandled rejection fails the test that caused it, in whichever window it was. */
  noPageErrors: [
    async ({ context }, use) => {
      const errors: string[] = [];
      const note = (error: WebError) => errors.push(String(error.error().stack ?? error.error()));
      context.on('weberror', note);
      await use();
      context.off('weberror', note);
      expect(errors, 'errors and unhandled rejections in pages').toEqual([]);
    },
    { auto: true },
  ],

  /** Deletes what a test saved: the next test signs in as the same user, against the same database. */
  noSavedPreferences: [
    async ({ context, request, stack }, use) => {
      const saves: Request[] = [];
      const url = `${stack.origins.addin}${routes.preferences}`;
      const note = (sent: Request) => {
        if (sent.method() === 'PUT' && sent.url() === url) saves.push(sent);
      };
      context.on('request', note);
      await use();
      context.off('request', note);
      const last = saves.at(-1);
      if (!last) return;
      const { authorization = '' } = await last.allHeaders();
      await Promise.all(saves.map((save) => save.response()));
      const answer = await request.delete(url, { headers: { authorization } });
      expect([204, 503], await answer.text()).toContain(answer.status());
    },
    { auto: true },
  ],
});

/** Clicks Sign in in the pane, and returns the dialog that opens. */
export async function openDialog(page: Page, frame: FrameLocator): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await frame.getByTestId('sign-in').click();
  return opened;
}

/** Signs in through the dialog. It opens the sign-in window, whose pages continue without a click. */
export async function signInByDialog(page: Page, frame: FrameLocator): Promise<void> {
  await openDialog(page, frame);
}

/** Clicks Sign in in the pane, which opens the identity provider in one window, without a dialog. */
export async function signInByWindow(page: Page, frame: FrameLocator): Promise<void> {
  const context = page.context();
  const opened: Page[] = [];
  const onPage = (window: Page) => void opened.push(window);
  context.on('page', onPage);
  await frame.getByTestId('sign-in').click();
  await expectSignedIn(frame);
  context.off('page', onPage);
  expect(opened).toHaveLength(1);
  await expect.poll(() => context.pages().length).toBe(1);
}

export async function expectSignedIn(frame: FrameLocator): Promise<void> {
  await expect(frame.getByTestId('signed-in-user')).toBeVisible({ timeout: 20_000 });
  // The list has files, is empty, or is empty on its first pages.
  await expect(frame.getByTestId(/^(file-item|empty-state|load-more)$/).first()).toBeVisible();
  await expect(frame.getByTestId('progress')).toBeHidden();
  await expect(frame.getByTestId('message')).toBeHidden();
}

/** Returns whether Office or the browser blocks the dialog, so that Sign in opens no window. */
export function opensNoDialog({ popups, dialog }: ScenarioInput): boolean {
  const [first, second = first] = dialog ?? [];
  const refused = typeof second === 'number' || second === 'hang';
  return popups === 'block' || popups === 'ignore' || refused;
}
