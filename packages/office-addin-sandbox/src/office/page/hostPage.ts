import type { LaunchEventRequest } from '../../control/launchEvents.ts';
import type { Scenario } from '../../scenario.ts';
import { scriptedInPane } from '../../scriptedInPane.ts';
import type { BridgeKind, PaneConfig } from '../paneMessages.ts';
import { choiceIn, isInLink, withChoice, writeAddress, type Address, type Choice } from './address.ts';
import type { AccessTokenOptions } from './accessToken.ts';
import { commandFrame } from './addin/commandFrame.ts';
import {
  firstPane,
  hostOf,
  isAvailable,
  isShared,
  missingSets,
  unavailableNotice,
  type PageAddin,
} from './addin/pageAddin.ts';
import { drawRibbon } from './addin/ribbon.ts';
import { showApplication } from './applicationTabs.ts';
import { applicationIds, applications, type ApplicationId } from './applications.ts';
import { controlApi, type CurrentScenario, type NamedScenario } from './controlApi.ts';
import { Controls } from './controls.ts';
import { parseObject } from './envelope.ts';
import { frameHost, type AddinHost } from './endpoint.ts';
import { drawEventButtons } from './events/eventButtons.ts';
import { changeFor, modeFor, opensItem } from './events/launchEventList.ts';
import { LaunchEventRunner } from './events/launchEventRunner.ts';
import { LogFeed } from './log/logFeed.ts';
import { LogList } from './log/logList.ts';
import { OpenDocument } from './openDocument.ts';
import type { PageConfig } from './pageConfig.ts';
import { Pane, type PaneOptions } from './pane.ts';
import {
  hideContentFrame,
  hideOpenPane,
  newPaneFrame,
  setPaneVisible,
  showContentFrame,
  showPaneFrame,
  showPaneTitle,
} from './paneFrame.ts';
import { titleOf } from './panel/currentScenarioView.ts';
import { profileOf } from './userProfile.ts';
import { clearError, showError, showNotice } from './errorBanner.ts';
import { requirementSets } from './requirementSets.ts';
import { onSandboxEvents } from './sandboxEvents.ts';
import { ScenarioSelection } from './scenarioSelection.ts';
import { dismissSignInPrompt, signInPrompt } from './signInPrompt.ts';
import { element } from './dom.ts';
import { localize, type RibbonButton } from '../../manifest/addinManifest.ts';

/** Functions often call `event.completed` before their last batch has finished; Office doesn't stop them at once either. */
const COMMAND_GRACE_MS = 10_000;

/** Milliseconds to wait for the event stream. Without it, the page works, but doesn't show what programs change. */
const CONNECT_MS = 2_000;

/** A document that a program or another page has changed. */
interface Change {
  readonly app: string;
  readonly content: readonly unknown[];
}

/** The host page: document, pane and panel, connected to the sandbox. */
export class HostPage {
  readonly #config: PageConfig;
  readonly #selection: ScenarioSelection;
  readonly #log = new LogList();
  readonly #controls: Controls;
  readonly #events: LaunchEventRunner;
  readonly #settings = new Map<string, Map<string, string>>();
  #address: Address;
  #scenarioNow: CurrentScenario | undefined;
  #changed: Change | undefined;
  #document: OpenDocument | undefined;
  #pane: Pane | undefined;
  /** What the pane shows. */
  #shown: { readonly addin: PageAddin | undefined; readonly url: string } | undefined;

  constructor(config: PageConfig, scenarios: readonly NamedScenario[], address: Address) {
    this.#config = config;
    const apps = applicationsOf(config.addins);
    const [firstApp = 'word'] = apps;
    this.#address =
      apps.includes(address.app) || address.unknownApp ? address : { ...address, app: firstApp };
    this.#events = new LaunchEventRunner({
      addins: config.addins,
      place: () => this.#address,
      runtime: () => this.#address.eventRuntime,
      limitMs: () => this.#scenario().launchEventLimitMs,
      createPane: (host, addin, url, script) => this.#newPane(host, addin, url, { isEvent: true, script }),
      press: (addin, button) => this.#press(addin, button),
    });
    this.#selection = new ScenarioSelection(scenarios, config.defaultScenario);
    this.#controls = new Controls({
      scenarios,
      apps,
      address: this.#address,
      members: [...Object.keys(config.defaultScenario), 'files', 'fileCount', 'longWaitsMs'],
      actions: {
        app: (app) => this.#switch(app),
        scenario: (scenario) => this.#choose({ scenario }),
        compose: (composed) => this.#choose({ composed }),
        user: (change) => this.#choose({ ...this.#selection.shareableChoiceOf(this.#current()), ...change }),
        openPane: () => this.#openPane(),
        reset: () => this.#reset(),
        reload: async () => {
          // The event with the current scenario may not have arrived yet.
          this.#showScenario(await controlApi.scenario());
          await this.#open();
        },
        update: (change) => this.#update(change),
        reopen: async (change) => {
          this.#update(change);
          await this.#open();
        },
        eventRuntime: (eventRuntime) => this.#update({ eventRuntime }),
        link: () => this.#link(),
      },
    });
  }

  async start(): Promise<void> {
    const choice = choiceIn(this.#address);
    if (Object.keys(choice).length > 0) await this.#selection.apply(choice).catch(showError);
    this.#showScenario(await controlApi.scenario());
    const feed = new LogFeed(this.#log, controlApi.log);
    let isLost = false;
    // Connected or lost. The document is read afterwards, so that no change is missed.
    let known: () => void = () => undefined;
    const opened = Promise.race([
      new Promise<void>((resolve) => (known = resolve)),
      new Promise<void>((resolve) => setTimeout(resolve, CONNECT_MS)),
    ]).then(() => this.#open());
    onSandboxEvents({
      scenario: (current) => {
        this.#showScenario(current);
        feed.scenario(titleOf(this.#selection.namedScenarioOf(current))).catch(showError);
      },
      log: (entry) => feed.entry(entry),
      document: ({ app, content }) => {
        this.#changed = { app, content };
        if (app === this.#address.app) this.#document?.replace(content);
      },
      launchEvent: ({ id, ...request }) => {
        opened.then(() => this.#raiseForProgram(id, request)).catch(showError);
      },
      connected: () => {
        if (isLost) clearError();
        isLost = false;
        feed.connected();
        known();
      },
      lost: () => {
        isLost = true;
        known();
        showError(new Error("Can't reach the sandbox. Start it again; this page reconnects automatically."));
      },
    });
    await opened;
  }

  /** Updates panel, address and prelude without reloading the pane. */
  #showScenario(current: CurrentScenario): void {
    this.#scenarioNow = current;
    this.#address = withChoice(this.#address, this.#selection.choiceOf(current));
    const named = this.#selection.namedScenarioOf(current);
    this.#controls.showScenario(current, named, this.#selection.compactJsonOf(current));
    this.#writeAddress();
    this.#pane?.sendConfig();
  }

  async #choose(choice: Choice): Promise<void> {
    this.#showScenario(await this.#selection.apply(choice));
    await this.#open();
  }

  async #reset(): Promise<void> {
    this.#log.clear();
    await controlApi.reset();
    this.#showScenario(await controlApi.scenario());
    this.#settings.clear();
    await this.#open();
  }

  /** Throws an Error if the scenario doesn't fit into a link. */
  #link(): string {
    const address = withChoice(this.#address, this.#selection.shareableChoiceOf(this.#current()));
    if (address.composed && !isInLink(address)) {
      throw new Error(
        'This scenario is too long for a link. Under Compose a scenario, load it and copy its JSON instead.',
      );
    }
    return `${location.origin}/${writeAddress(address)}`;
  }

  async #switch(app: ApplicationId): Promise<void> {
    this.#update({ app, unknownApp: undefined });
    await this.#open();
  }

  #update(change: Partial<Address>): void {
    this.#address = { ...this.#address, ...change };
    this.#writeAddress();
    this.#pane?.sendConfig();
  }

  #writeAddress(): void {
    const address = writeAddress(this.#address);
    if (address !== location.search) history.replaceState(null, '', address);
  }

  /** Opens the document, shows the ribbon and loads the pane. */
  async #open(): Promise<void> {
    this.#pane?.dispose();
    dismissSignInPrompt();
    const { unknownApp } = this.#address;
    if (unknownApp !== undefined) {
      this.#closePane();
      throw new Error(
        `The sandbox doesn't simulate the application "${unknownApp}". Choose one of its applications: ${applicationIds.join(', ')}.`,
      );
    }
    const app = applications[this.#address.app];
    showApplication(app, this.#address.mode);
    const view = element('document', HTMLElement);
    view.replaceChildren();
    view.dataset['app'] = app.id;
    this.#changed = undefined;
    const opened = await OpenDocument.open({
      app,
      mode: this.#address.mode,
      user: () => this.#user(),
      view,
    });
    // Another application was opened in the meantime.
    if (app.id !== this.#address.app) return;
    this.#document = opened;
    // It has changed while it was being read.
    const changed = this.#changed as Change | undefined;
    if (changed?.app === app.id) opened.replace(changed.content);
    const addins = this.#config.addins.filter((addin) => hostOf(addin, app.id));
    drawRibbon(addins, this.#address, (addin, button) => this.#press(addin, button).catch(showError));
    drawEventButtons(this.#events.types, (type) => {
      this.#raiseByButton(type).catch(showError);
    });
    const notices = addins.map((addin) =>
      missingSets(addin, app.id, requirementSets(app, this.#scenario(), this.#address.phone !== undefined)),
    );
    const unavailable = addins.filter((addin) => !isAvailable(addin, this.#address)).map(unavailableNotice);
    showNotice([...notices, ...unavailable].filter((notice) => notice !== undefined).join(' '));
    this.#openPane();
  }

  /** Opens the pane of the add-in in the address, or else of the first that has one. */
  #openPane(): void {
    const { app, addin: key, pane } = this.#address;
    const addins = this.#config.addins.filter((addin) => hostOf(addin, app));
    const addin =
      addins.find((candidate) => candidate.key === key) ??
      addins.find((candidate) => firstPane(candidate, this.#address)) ??
      addins[0];
    const url = pane ?? (addin ? firstPane(addin, this.#address) : this.#config.pane);
    if (url !== undefined) this.#showPane(addin, url);
    else {
      this.#closePane();
      hideOpenPane();
    }
  }

  /** Runs the action of a button in the ribbon. */
  async #press(addin: PageAddin, { id, action }: RibbonButton): Promise<void> {
    const { app, locale } = this.#address;
    clearError();
    if (action.type === 'pane') {
      const url = localize(action.url, locale);
      if (this.#shown?.addin === addin && this.#shown.url === url) setPaneVisible(true);
      else {
        if (this.#config.addins.length > 1) this.#update({ addin: addin.key });
        this.#showPane(addin, url);
      }
      return;
    }
    const url = localize(action.page, locale);
    if (isShared(addin, app, action.page)) {
      // Starts the shared page without showing it.
      if (this.#shown?.addin !== addin || this.#shown.url !== url) this.#showPane(addin, url, false);
      const pane = this.#pane;
      if (pane) this.#logCommand(action.name, await pane.runCommand(action.name, id));
      return;
    }
    const frame = commandFrame();
    const page = this.#newPane(frameHost(frame), addin, url);
    document.body.append(frame);
    this.#logCommand(action.name, await page.runCommand(action.name, id));
    setTimeout(() => {
      page.dispose();
      frame.remove();
    }, COMMAND_GRACE_MS);
  }

  /** Opens the kind of item that the event occurs in, changes it if the event is about a change, and raises the event. */
  async #raiseByButton(type: string): Promise<void> {
    clearError();
    await this.#openItemFor(type);
    const change = changeFor(type);
    const opened = this.#document;
    if (change && opened && 'execute' in opened.model) {
      const { model } = opened;
      await opened.writing(() => model.execute(change.method, change.params));
    }
    await this.#events.raise({ type });
  }

  /** Raises the event for a program, unless another page of the sandbox does. */
  async #raiseForProgram(id: string, request: LaunchEventRequest): Promise<void> {
    if (!this.#events.types.includes(request.type)) return;
    if (!(await controlApi.claimLaunchEvent(id)).claimed) return;
    await this.#openItemFor(request.type, false);
    await controlApi.finishLaunchEvent(id, await this.#events.raise(request));
  }

  /** @param fresh empties the item if the event occurs when one opens */
  async #openItemFor(type: string, fresh = true): Promise<void> {
    const { app, mode } = this.#address;
    if (app !== 'outlook') return;
    const wanted = modeFor(type) ?? mode;
    const isNew = fresh && opensItem(type);
    if (isNew) await controlApi.writeDocument({ app, content: [], written: null });
    if (wanted !== mode) this.#update({ mode: wanted });
    if (isNew || wanted !== mode) await this.#open();
  }

  #logCommand(functionName: string, answer: string | number): void {
    controlApi.command({ app: this.#address.app, functionName, answer }).catch(showError);
  }

  /** @param visible false: loads the page without showing the pane */
  #showPane(addin: PageAddin | undefined, url: string, visible = true): void {
    this.#pane?.dispose();
    const frame = newPaneFrame();
    this.#pane = this.#newPane(frameHost(frame), addin, url);
    this.#shown = { addin, url };
    const content = addin?.manifest.content;
    if (addin && content) {
      showContentFrame(frame, localize(addin.manifest.name, this.#address.locale), content);
      return;
    }
    hideContentFrame();
    showPaneFrame(frame);
    showPaneTitle(addin?.manifest, this.#address.locale);
    setPaneVisible(visible);
  }

  #closePane(): void {
    this.#pane?.dispose();
    this.#pane = undefined;
    this.#shown = undefined;
    hideContentFrame();
    showPaneFrame(newPaneFrame());
    setPaneVisible(false);
  }

  /** @param script address of the script that runs instead of a page */
  #newPane(
    host: AddinHost,
    addin: PageAddin | undefined,
    url: string,
    { isEvent = false, script }: { isEvent?: boolean; script?: string | undefined } = {},
  ): Pane {
    const app = applications[this.#address.app];
    const opened = this.#document;
    if (!opened) throw new Error('The document has not been opened yet.');
    const settings = this.#settings.get(app.id) ?? new Map<string, string>();
    this.#settings.set(app.id, settings);
    const options: PaneOptions = {
      app,
      url,
      addinName: addin ? localize(addin.manifest.name, this.#address.locale) : 'Add-in in the sandbox',
      appDomains: addin?.origins ?? [],
      isContent: addin?.manifest.content !== undefined,
      sharedRuntime: addin ? isShared(addin, app.id, { default: url, overrides: {} }) : false,
      locale: this.#address.locale,
      document: opened.model,
      settings,
      config: () => ({ ...this.#paneConfig(), dialogs: !isEvent && !this.#address.phone }),
      requirementSets: () => requirementSets(app, this.#scenario(), this.#address.phone !== undefined),
      writing: opened.writing,
      accessToken: (load, signal) => this.#accessToken(app.id, load, signal, addin, script),
      nested: (request, signal) => relayNested(request, this.#address.phone !== undefined, signal),
      dialog: (dialogUrl, code) => {
        controlApi.dialog({ app: app.id, url: dialogUrl, code }).catch(showError);
      },
      absent: (member, set) => {
        controlApi.notImplemented({ app: app.id, member, requirementSet: set }).catch(showError);
      },
      strict: () => this.#config.strict,
      scripted: async (kind, what, signal) => {
        const { answer } = await controlApi.scripted({ app: app.id, kind, what }, signal);
        return answer;
      },
      leave: (direction) => this.#controls.takeFocus(direction),
      closed: () => this.#closePane(),
      visible: (visible) => setPaneVisible(visible),
    };
    return new Pane(host, options);
  }

  #accessToken(
    app: string,
    frame: string,
    signal: AbortSignal,
    addin: PageAddin | undefined,
    script: string | undefined,
  ): AccessTokenOptions {
    return {
      ask: (options, promptAnswer) =>
        controlApi.accessToken(
          {
            app,
            frame,
            options,
            ...(addin ? { addin: addin.key } : {}),
            ...(script ? { script } : {}),
            ...(this.#address.phone ? { isPhone: true } : {}),
            ...(promptAnswer ? { promptAnswer } : {}),
          },
          signal,
        ),
      prompt: () => signInPrompt(this.#user().name),
    };
  }

  #current(): CurrentScenario {
    if (!this.#scenarioNow) throw new Error('The current scenario has not been loaded yet.');
    return this.#scenarioNow;
  }

  #scenario() {
    return this.#current().scenario;
  }

  #user() {
    return profileOf(this.#scenario());
  }

  #paneConfig(): Omit<PaneConfig, 'dialogs'> {
    const scenario = this.#scenario();
    return {
      popups: scenario.popups,
      nestedAppAuth: this.#address.phone && !scenario.nestedAppAuth ? 'bridge' : bridgeKind(scenario),
      authContext: scenario.authContext[0] !== 'absent',
      blocksCookies: scenario.entraSession === 'cookies-blocked',
      offline: scenario.network === 'offline',
      scripted: scriptedInPane.filter((kind) => scenario[kind].some((answer) => answer !== 'ok')),
      longWaitsMs: scenario.longWaitsMs ?? null,
      platform: this.#address.phone ?? null,
      theme: this.#address.theme ?? null,
    };
  }
}

function bridgeKind({ nestedAppAuth }: Scenario): BridgeKind {
  if (nestedAppAuth === false) return 'none';
  return isHook(nestedAppAuth) ? nestedAppAuth : 'bridge';
}

function isHook(answer: Scenario['nestedAppAuth']): answer is Exclude<BridgeKind, 'none' | 'bridge'> {
  return typeof answer === 'string' && answer.startsWith('hook');
}

/** Returns undefined if the pane has been closed or the request fails. */
async function relayNested(
  request: string,
  isPhone: boolean,
  signal: AbortSignal,
): Promise<string | undefined> {
  const body = parseObject(request);
  if (!body) return undefined;
  try {
    return JSON.stringify(await controlApi.nested({ ...body, isPhone }, signal));
  } catch (error) {
    if (!signal.aborted) showError(error);
    return undefined;
  }
}

/** Returns the applications that the add-ins support; without a manifest, all. */
function applicationsOf(addins: readonly PageAddin[]): readonly ApplicationId[] {
  if (addins.length === 0) return applicationIds;
  return applicationIds.filter((id) => addins.some((addin) => hostOf(addin, id)));
}
