import type { BrowserContext, ElementHandle, Frame, Page, Request, WebError } from '@playwright/test';
import type { ApplicationId } from '../office/page/applications.ts';
import type { Sandbox } from '../startSandbox.ts';
import type { CheckedScenario, Observation } from './observation.ts';
import type { Candidate, Look, Wanted } from './page/inspector.ts';

/** Longest wait for an add-in: users give up earlier, and add-ins with a time limit have reached it. */
export const DEFAULT_LIMIT_MS = 45_000;
/** Without any change for this long, the add-in has come to rest. Longer than the steps of a countdown. */
const QUIET_MS = 1_200;
/** An empty pane may still be compiling its scripts on a busy machine. */
const QUIET_EMPTY_MS = 10_000;
/** The provider's pages continue after a second. */
const QUIET_WITH_WINDOW_MS = 2_500;
/** The prompt of office.js before it opens a window: Allow, then Ignore. */
const OFFICE_PROMPT = '[role="dialog"] input[type="button"]';
const POLL_MS = 120;
/** Time for one script in the page, before it counts as no longer responding. */
const SCRIPT_MS = 5_000;
const CLICK_MS = 3_000;
/** A text that appears within this time of a request announces it; a later one ends the wait for the user. */
const ANNOUNCES_MS = 1_500;
/** Windows that are used or closed after the click in the pane. */
const MAX_STEPS = 5;
/** Calls by which an add-in starts to sign in. */
const SIGN_IN_KINDS: ReadonlySet<string> = new Set([
  'getAccessToken',
  'nested',
  'authContext',
  'signIn',
  'dialog',
]);
/** Calls of the host page that wait for an answer to the add-in. */
const PENDING_CALLS = /\/__sandbox\/office\/(?:access-token|nested|scripted)$/u;

export interface ObserveOptions {
  readonly sandbox: Sandbox;
  readonly context: BrowserContext;
  readonly app: ApplicationId;
  readonly scenario: CheckedScenario;
  /** Label of the control to click, instead of what looks like sign-in. */
  readonly click: string | undefined;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/** What the user saw, as JPEG images: the pane at the end, and windows that `check` closed. */
export interface Pictures {
  readonly pane: Buffer | undefined;
  readonly windows: readonly Buffer[];
}

/** Opens the add-in in the scenario, clicks what looks like sign-in, and returns what it did. Every wait is bounded. */
export async function observe(
  options: ObserveOptions,
): Promise<{ observation: Observation; pictures: Pictures }> {
  return new ScenarioRun(options).run();
}

class ScenarioRun {
  readonly #options: ObserveOptions;
  readonly #started = Date.now();
  readonly #errors: string[] = [];
  readonly #actions: string[] = [];
  readonly #windows: Page[] = [];
  /** Where each window opened, in the order of `#windows`. */
  readonly #windowUrls: string[] = [];
  readonly #used = new Set<Page>();
  readonly #pending = new Map<Request, { readonly since: number; readonly name: string }>();
  readonly #windowPictures: Buffer[] = [];
  #page!: Page;
  #crashed = false;
  #closedWindow = false;
  #textChangedAt = 0;
  #text = '';
  #look: Look | undefined;
  #stillBusy: Observation['stillBusy'];

  constructor(options: ObserveOptions) {
    this.#options = options;
  }

  async run(): Promise<{ observation: Observation; pictures: Pictures }> {
    const { context, sandbox, scenario, app } = this.#options;
    context.on('weberror', (error) => this.#onError(error));
    context.on('request', (request) => this.#onRequest(request));
    context.on('requestfinished', (request) => this.#pending.delete(request));
    context.on('requestfailed', (request) => this.#pending.delete(request));
    this.#page = await context.newPage();
    this.#page.on('crash', () => (this.#crashed = true));
    context.on('page', (page) => this.#onWindow(page));
    sandbox.reset();
    sandbox.setScenario(scenario.scenario);
    await this.#page.goto(`${sandbox.origin}/?app=${app}`, { waitUntil: 'domcontentloaded' });
    await this.#page
      .locator('[data-testid="pane-frame"][src]')
      .waitFor({ state: 'attached', timeout: 15_000 })
      .catch(() => undefined);

    await this.#settle();
    const textBeforeClick = this.#look?.text ?? [];
    const trafficBeforeClick = sandbox.log().length;
    const windowsBefore = this.#windows.length;
    if (!this.#stillBusy && (await this.#clickInPane())) {
      await this.#settle();
    }
    await this.#finishWindows();
    if (!this.#look) await this.#settle();
    const pane = await this.#picture(this.#page);
    const responds = !this.#crashed && this.#look !== undefined && hasContent(this.#look);
    const observation: Observation = {
      scenario,
      text: this.#look?.text ?? [],
      textBeforeClick,
      documentTexts: textsOf(sandbox.document(app)),
      traffic: [...sandbox.log()],
      trafficBeforeClick,
      actions: this.#actions,
      unaskedWindows: this.#windowUrls.slice(0, windowsBefore),
      closedWindow: this.#closedWindow,
      errors: this.#errors,
      responds,
      ...(this.#stillBusy ? { stillBusy: this.#stillBusy } : {}),
      progress: this.#look?.progress ?? [],
      durationMs: Date.now() - this.#started,
    };
    return { observation, pictures: { pane, windows: this.#windowPictures } };
  }

  /** Clicks the given control; or what looks like sign-in; or the main button, if the add-in hasn't used sign-in yet. */
  async #clickInPane(): Promise<boolean> {
    const { click, sandbox } = this.#options;
    const pane = await this.#pane();
    if (!pane) return false;
    if (click !== undefined) return this.#click(pane, { label: click });
    if (await this.#click(pane, 'sign-in')) return true;
    if (sandbox.log().some(({ kind }) => SIGN_IN_KINDS.has(kind))) return false;
    return this.#click(pane, 'main');
  }

  /** Uses the windows of the add-in, and closes those that wait for a user, until none is left. */
  async #finishWindows(): Promise<void> {
    for (let step = 0; step < MAX_STEPS && !this.#stillBusy; step++) {
      const open = this.#openWindows();
      const [unused] = open.some((window) => this.#isProvider(window))
        ? []
        : open.filter((window) => !this.#used.has(window));
      if (unused) {
        this.#used.add(unused);
        if (await this.#click(unused.mainFrame(), 'sign-in')) {
          await this.#settle();
          continue;
        }
      }
      // The one that opened last is on top.
      const top = open.at(-1);
      if (!top) return;
      const picture = await this.#picture(top);
      if (picture) this.#windowPictures.push(picture);
      this.#actions.push(`closed the window ${addressOf(top.url())}`);
      this.#closedWindow = true;
      await top.close().catch(() => undefined);
      await this.#settle();
    }
  }

  #openWindows(): Page[] {
    return this.#windows.filter((window) => !window.isClosed());
  }

  #isProvider(window: Page): boolean {
    const url = window.url();
    return url.startsWith(this.#options.sandbox.origins.entra);
  }

  /** Waits until the add-in has come to rest, or the limit has passed. */
  async #settle(): Promise<void> {
    const { limitMs, sandbox, signal, scenario } = this.#options;
    const started = Date.now();
    let busyAt = started;
    let before = '';
    let reasons: string[] = [];
    for (;;) {
      signal.throwIfAborted();
      await this.#answerPrompt();
      this.#look = await this.#lookAt(await this.#pane());
      const text = this.#look?.text.join('\n') ?? '';
      if (text !== this.#text) this.#textChangedAt = Date.now();
      this.#text = text;
      const windows = this.#openWindows();
      const state = [
        text,
        this.#look?.progress.join(),
        sandbox.log().length,
        ...windows.map((window) => window.url()),
      ].join('\n');
      // While a window is open, the pane waits for the user.
      reasons = windows.length > 0 ? [] : this.#waitingFor();
      const showsProgress = windows.length === 0 && (this.#look?.progress.length ?? 0) > 0;
      const isBusy = state !== before || reasons.length > 0 || showsProgress;
      before = state;
      if (isBusy) busyAt = Date.now();
      const isEmpty = !this.#look || !hasContent(this.#look);
      const quietInPane = isEmpty ? QUIET_EMPTY_MS : QUIET_MS;
      const quiet =
        windows.length > 0 ? QUIET_WITH_WINDOW_MS + (scenario.scenario.longWaitsMs ?? 0) : quietInPane;
      if (Date.now() - busyAt >= quiet) return;
      if (Date.now() - started >= limitMs) {
        this.#stillBusy = { limitMs, reasons };
        return;
      }
      await this.#page.waitForTimeout(POLL_MS);
    }
  }

  /** Returns calls without an answer, about which the pane has told the user nothing since they began. */
  #waitingFor(): string[] {
    // The request of a window that closes gets no event.
    const requests = [...this.#pending].filter(([request]) => isOpen(request)).map(([, facts]) => facts);
    const hanging = this.#options.sandbox
      .log()
      .filter(({ answer }) => answer === 'hang')
      .map(({ at, kind }) => ({ since: Date.parse(at), name: `${kind} without an answer` }));
    const waiting = [...requests, ...hanging].filter(
      ({ since }) => this.#textChangedAt < since + ANNOUNCES_MS,
    );
    return [...new Set(waiting.map(({ name }) => name))];
  }

  /** Answers Office's own prompts as the user would: signs in, and allows a window. */
  async #answerPrompt(): Promise<void> {
    const buttons = (await this.#pane())?.locator(OFFICE_PROMPT);
    // In the scenario in which the user ignores the prompt, the sandbox clicks.
    if (
      buttons &&
      (await buttons.count().catch(() => 0)) === 2 &&
      this.#options.scenario.scenario.popups !== 'ignore'
    ) {
      this.#actions.push(`allowed the window in Office's prompt`);
      await buttons
        .first()
        .click({ timeout: CLICK_MS })
        .catch(() => undefined);
    }
    const button = this.#page.getByTestId('office-sign-in');
    if (!(await button.isVisible().catch(() => false))) return;
    this.#actions.push("signed in at Office's prompt");
    await button.click({ timeout: CLICK_MS }).catch(() => undefined);
  }

  async #click(frame: Frame, wanted: Wanted): Promise<boolean> {
    const found = await inPage<Candidate | null>(
      frame,
      `__officeAddinCheck.candidate(${JSON.stringify(wanted)})`,
    );
    if (!found) return false;
    const handle = await frame
      .evaluateHandle(`__officeAddinCheck.control(${found.index})`)
      .catch(() => undefined);
    const element = handle?.asElement() as ElementHandle | null | undefined;
    if (!element) return false;
    const clicked = await element.click({ timeout: CLICK_MS }).then(
      () => true,
      () => false,
    );
    this.#actions.push(`${clicked ? 'clicked' : "couldn't click"} "${found.label}"`);
    return clicked;
  }

  async #pane(): Promise<Frame | undefined> {
    const handle = await this.#page
      .locator('[data-testid="pane-frame"]')
      .elementHandle({ timeout: 2_000 })
      .catch(() => null);
    return (await handle?.contentFrame().catch(() => null)) ?? undefined;
  }

  async #lookAt(frame: Frame | undefined): Promise<Look | undefined> {
    return frame && (await inPage<Look>(frame, '__officeAddinCheck.look()'));
  }

  #onWindow(page: Page): void {
    if (page === this.#page) return;
    this.#windows.push(page);
    this.#windowUrls.push(addressOf(page.url()));
  }

  #onError(error: WebError): void {
    const { message, stack } = error.error();
    // Playwright names a rejection with something other than an Error by its type.
    const text =
      message === 'Object' ? "Unhandled rejection with an object that isn't an Error" : stack || message;
    // The host page is the sandbox's.
    if (/\/host\.js\b/u.test(text)) return;
    this.#errors.push(text);
  }

  #onRequest(request: Request): void {
    const url = request.url();
    if (['eventsource', 'websocket', 'ping'].includes(request.resourceType())) return;
    const isHost = url.startsWith(this.#options.sandbox.origin);
    if (isHost && !PENDING_CALLS.test(url)) return;
    const name = url.endsWith('/access-token') && isHost ? 'getAccessToken' : addressOf(url);
    this.#pending.set(request, { since: Date.now(), name: `no answer from ${name}` });
  }

  async #picture(page: Page): Promise<Buffer | undefined> {
    const options = { type: 'jpeg', quality: 55, timeout: SCRIPT_MS } as const;
    if (page !== this.#page) return page.screenshot(options).catch(() => undefined);
    return this.#page
      .locator('[data-testid="pane-frame"]')
      .screenshot(options)
      .catch(() => undefined);
  }
}

/** Runs a script of the inspector. Returns undefined if the page doesn't answer in time, or is being replaced. */
async function inPage<T>(frame: Frame, script: string): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), SCRIPT_MS);
  });
  const value = await Promise.race([frame.evaluate<T>(script).catch(() => undefined), late]);
  clearTimeout(timer);
  return value;
}

function isOpen(request: Request): boolean {
  try {
    const frame = request.frame();
    return !frame.isDetached() && !frame.page().isClosed();
  } catch {
    return true; // The window that it loads hasn't opened yet.
  }
}

const hasContent = ({ text, hasControl }: Look) => text.length > 0 || hasControl;

/** Returns the address without query and fragment, which can contain codes. */
function addressOf(url: string): string {
  return url.split(/[?#]/u)[0] ?? '';
}

/** Members of a document's entries whose strings are content, not kinds, styles or ids. */
const CONTENT = new Set(['text', 'values', 'formulas', 'html', 'body', 'subject', 'cells', 'title', 'link']);

/** Returns the texts in the document that aren't empty. */
function textsOf(value: unknown, isContent = false): string[] {
  if (typeof value === 'string') return isContent && value.trim() !== '' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, isContent));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsOf(member, isContent || CONTENT.has(name)));
}
