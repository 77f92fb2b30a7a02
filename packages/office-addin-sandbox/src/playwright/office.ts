import { expect, type APIRequestContext, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { LaunchEventRequest, LaunchEventResult } from '../control/launchEvents.ts';
import type { LogEntry, LogKind } from '../log.ts';
import type { ApplicationId } from '../office/page/applications.ts';
import type { ScenarioInput } from '../scenario.ts';
import type { UserId } from '../users.ts';

/** Long enough for a sign-in whose pages continue without a click, on a busy machine. */
const SIGN_IN_TIMEOUT_MS = 30_000;
/** Time for office.js to start in the pane. */
const PANE_START_MS = 5_000;
/** Time for the ribbon to appear. */
const RIBBON_TIMEOUT_MS = 10_000;
/** Buttons of the provider's pages after the choice of the account. */
const CONTINUE = ['approve', 'accept'];

/** Office on the web with the add-in, for a test. */
export class Office {
  readonly page: Page;
  /** The task pane. */
  readonly pane: FrameLocator;
  readonly #request: APIRequestContext;
  readonly #origin: string;
  readonly #control: string;

  /**
   * @param origin the host page of the sandbox
   * @param control its address on this machine: only browsers are directed from Microsoft's host names to the sandbox
   */
  constructor(page: Page, request: APIRequestContext, origin: string, control = origin) {
    this.page = page;
    this.pane = page.frameLocator('[data-testid="pane-frame"]');
    this.#request = request;
    this.#origin = origin;
    this.#control = control;
  }

  /** Opens the host page, and waits until office.js has started in the pane. @param app undefined: the add-in's first application */
  async open(app?: ApplicationId): Promise<void> {
    await this.page.goto(`${this.#origin}/${app ? `?app=${app}` : ''}`);
    await this.page
      .locator('[data-testid="pane-frame"][data-office="started"]')
      .waitFor({ state: 'attached', timeout: PANE_START_MS })
      // An add-in may have no pane, or a page without office.js.
      .catch(() => undefined);
  }

  /** Returns a button or menu item of the ribbon by its label. */
  ribbon(label: string): RibbonButton {
    return new RibbonButton(this.page.getByTestId('ribbon'), label);
  }

  /** Returns the content of the document as plain data. @param app undefined: the application in the page */
  async document(app?: ApplicationId): Promise<readonly unknown[]> {
    const shown = app ?? new URL(this.page.url()).searchParams.get('app') ?? 'word';
    const { content } = await this.#call<{ content: unknown[] }>('get', `document?app=${shown}`);
    return content;
  }

  /** Returns the traffic since the scenario was applied, in order. @param kinds none: all */
  async log(...kinds: LogKind[]): Promise<readonly LogEntry[]> {
    const entries = await this.#call<LogEntry[]>('get', 'log');
    return entries.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  }

  /** Applies a scenario, by id or composed. Clears the log; doesn't reload the pane. */
  async setScenario(scenario: string | ScenarioInput): Promise<void> {
    await this.#call('put', 'scenario', typeof scenario === 'string' ? { id: scenario } : { scenario });
  }

  /** Restores the default scenario, empties the documents, and signs all users out. */
  async reset(): Promise<void> {
    await this.#call('post', 'reset');
  }

  /**
   * Raises an event, such as `OnMessageSend`. Resolves when the handlers have ended and the page shows the outcome.
   * @param request `runtime`: `page` or `script`; `data`: members of the event object
   */
  async launchEvent(
    type: string,
    request: Omit<LaunchEventRequest, 'type'> = {},
  ): Promise<LaunchEventResult> {
    await expect(this.page.getByTestId(`raise-${type}`)).toBeAttached();
    return this.#call('post', 'launch-event', { type, ...request });
  }

  /**
   * Completes a sign-in at the identity provider: chooses the account, approves multifactor authentication and accepts the
   * consent page. Call it together with what opens the sign-in:
   * `await Promise.all([office.signIn(), pane.getByRole('button', { name: 'Sign in' }).click()])`.
   * @param user undefined: the user of the scenario, whose pages continue without a click
   */
  async signIn(user?: UserId): Promise<void> {
    const before = (await this.log('signIn')).length;
    await expect(async () => {
      if (user) await this.#clickThrough(user);
      const [entry] = (await this.log('signIn')).slice(before).filter(({ answer }) => answer === 'ok');
      expect(entry, 'a completed sign-in in the log').toBeDefined();
    }).toPass({ timeout: SIGN_IN_TIMEOUT_MS, intervals: [100] });
  }

  async #clickThrough(user: UserId): Promise<void> {
    for (const page of this.page.context().pages()) {
      if (page === this.page || page.isClosed()) continue;
      for (const id of [`account-${user}`, ...CONTINUE]) {
        const button = page.getByTestId(id);
        // The window may close or navigate at any moment.
        if (await button.isVisible().catch(() => false))
          await button.click({ timeout: 1000 }).catch(() => undefined);
      }
    }
  }

  async #call<T>(method: 'get' | 'put' | 'post', call: string, data?: unknown): Promise<T> {
    const response = await this.#request[method](`${this.#control}/__sandbox/${call}`, { data });
    const text = await response.text();
    if (!response.ok())
      throw new Error(`${method.toUpperCase()} /__sandbox/${call}: ${response.status()} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

/** A button or menu item in the ribbon. */
export class RibbonButton {
  readonly locator: Locator;
  readonly #ribbon: Locator;
  readonly #label: string;
  readonly #menu: Locator;

  constructor(ribbon: Locator, label: string) {
    this.#ribbon = ribbon;
    this.#label = label;
    const page = ribbon.page();
    const button = page.locator('button').filter({ has: page.getByText(label, { exact: true }) });
    this.locator = ribbon.locator(button).first();
    this.#menu = ribbon.locator('details').filter({ has: button }).first();
  }

  /**
   * Opens the pane, or runs the function and waits until it calls `event.completed`. Opens the menu of an item first.
   * @throws Error with the labels of the ribbon if no control has this one after ten seconds
   */
  async click(): Promise<void> {
    await this.locator
      .waitFor({ state: 'attached', timeout: RIBBON_TIMEOUT_MS })
      .catch(async (error: unknown) => {
        const labels = await this.#ribbon.locator('.ribbon-text').allTextContents();
        const found = labels.length > 0 ? `It has: ${labels.join(', ')}.` : 'It is empty.';
        throw new Error(`The ribbon has no button "${this.#label}". ${found}`, { cause: error });
      });
    if ((await this.#menu.count()) > 0 && !(await this.locator.isVisible())) {
      await this.#menu.locator('summary').click();
    }
    await this.locator.click();
    await expect(this.locator).not.toHaveAttribute('aria-busy', 'true');
  }
}
