import type { Scenario } from '../../scenario.ts';
import { scriptedInPane } from '../../scriptedInPane.ts';
import type { BridgeKind, PaneConfig } from '../paneMessages.ts';
import { choiceIn, isInLink, withChoice, writeAddress, type Address, type Choice } from './address.ts';
import type { AccessTokenOptions } from './accessToken.ts';
import { showApplication } from './applicationTabs.ts';
import { applications, type ApplicationId } from './applications.ts';
import { controlApi, type CurrentScenario, type NamedScenario } from './controlApi.ts';
import { Controls } from './controls.ts';
import { parseObject } from './envelope.ts';
import { LogFeed } from './log/logFeed.ts';
import { LogList } from './log/logList.ts';
import { OpenDocument } from './openDocument.ts';
import type { PageConfig } from './pageConfig.ts';
import { Pane } from './pane.ts';
import { newPaneFrame, showPaneFrame } from './paneFrame.ts';
import { titleOf } from './panel/currentScenarioView.ts';
import { profileOf } from './userProfile.ts';
import { clearError, showError } from './errorBanner.ts';
import { requirementSets } from './requirementSets.ts';
import { onSandboxEvents } from './sandboxEvents.ts';
import { ScenarioSelection } from './scenarioSelection.ts';
import { dismissSignInPrompt, signInPrompt } from './signInPrompt.ts';
import { element } from './dom.ts';

/** The host page: document, pane and panel, connected to the sandbox. */
export class HostPage {
  readonly #config: PageConfig;
  readonly #selection: ScenarioSelection;
  readonly #log = new LogList();
  readonly #controls: Controls;
  readonly #settings = new Map<string, Map<string, string>>();
  #address: Address;
  #scenarioNow: CurrentScenario | undefined;
  #document: OpenDocument | undefined;
  #pane: Pane | undefined;

  constructor(config: PageConfig, scenarios: readonly NamedScenario[], address: Address) {
    this.#config = config;
    this.#address = address;
    this.#selection = new ScenarioSelection(scenarios, config.defaultScenario);
    this.#controls = new Controls({
      scenarios,
      address,
      members: [...Object.keys(config.defaultScenario), 'files', 'fileCount', 'longWaitsMs'],
      actions: {
        app: (app) => this.#switch(app),
        scenario: (scenario) => this.#choose({ scenario }),
        compose: (composed) => this.#choose({ composed }),
        user: (change) => this.#choose({ ...this.#selection.shareableChoiceOf(this.#current()), ...change }),
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
        link: () => this.#link(),
      },
    });
  }

  async start(): Promise<void> {
    const choice = choiceIn(this.#address);
    if (Object.keys(choice).length > 0) await this.#selection.apply(choice).catch(showError);
    this.#showScenario(await controlApi.scenario());
    await this.#open();
    const feed = new LogFeed(this.#log, controlApi.log);
    let isLost = false;
    onSandboxEvents({
      scenario: (current) => {
        this.#showScenario(current);
        feed.scenario(titleOf(this.#selection.namedScenarioOf(current))).catch(showError);
      },
      log: (entry) => feed.entry(entry),
      document: ({ app, content }) => {
        if (app === this.#address.app) this.#document?.replace(content);
      },
      connected: () => {
        if (isLost) clearError();
        isLost = false;
        feed.connected();
      },
      lost: () => {
        isLost = true;
        showError(new Error("Can't reach the sandbox. Start it again; this page reconnects automatically."));
      },
    });
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
    this.#update({ app });
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

  /** Opens the document and loads the pane. */
  async #open(): Promise<void> {
    this.#pane?.dispose();
    dismissSignInPrompt();
    const app = applications[this.#address.app];
    showApplication(app, this.#address.mode);
    const view = element('document', HTMLElement);
    view.replaceChildren();
    view.dataset['app'] = app.id;
    const opened = await OpenDocument.open({
      app,
      mode: this.#address.mode,
      user: () => this.#user(),
      view,
    });
    // Another application was opened in the meantime.
    if (app.id !== this.#address.app) return;
    this.#document = opened;
    const settings = this.#settings.get(app.id) ?? new Map<string, string>();
    this.#settings.set(app.id, settings);
    const frame = newPaneFrame();
    this.#pane = new Pane(frame, {
      app,
      url: this.#address.pane ?? this.#config.pane,
      locale: this.#address.locale,
      document: opened.model,
      settings,
      config: () => this.#paneConfig(),
      requirementSets: () => requirementSets(app, this.#scenario()),
      writing: opened.writing,
      accessToken: (load, signal) => this.#accessToken(app.id, load, signal),
      nested: (request, signal) => relayNested(request, signal),
      dialog: (url, code) => {
        controlApi.dialog({ app: app.id, url, code }).catch(showError);
      },
      scripted: async (kind, what, signal) => {
        const { answer } = await controlApi.scripted({ app: app.id, kind, what }, signal);
        return answer;
      },
      leave: (direction) => this.#controls.takeFocus(direction),
      closed: () => {
        this.#pane?.dispose();
        showPaneFrame(newPaneFrame());
      },
    });
    showPaneFrame(frame);
  }

  #accessToken(app: string, frame: string, signal: AbortSignal): AccessTokenOptions {
    return {
      ask: (options, promptAnswer) =>
        controlApi.accessToken({ app, frame, options, ...(promptAnswer ? { promptAnswer } : {}) }, signal),
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

  #paneConfig(): PaneConfig {
    const scenario = this.#scenario();
    return {
      popups: scenario.popups,
      nestedAppAuth: bridgeKind(scenario),
      offline: scenario.network === 'offline',
      scripted: scriptedInPane.filter((kind) => scenario[kind].some((answer) => answer !== 'ok')),
      longWaitsMs: scenario.longWaitsMs ?? null,
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
async function relayNested(request: string, signal: AbortSignal): Promise<string | undefined> {
  const body = parseObject(request);
  if (!body) return undefined;
  try {
    return JSON.stringify(await controlApi.nested(body, signal));
  } catch (error) {
    if (!signal.aborted) showError(error);
    return undefined;
  }
}
