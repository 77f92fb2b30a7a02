import type { Scenario } from '../../scenario.ts';
import { scriptedInPane } from '../../scriptedInPane.ts';
import type { BridgeKind, PaneFacts } from '../paneMessages.ts';
import { choiceIn, isInLink, withChoice, writeAddress, type Address, type Choice } from './address.ts';
import type { AccessTokenParts } from './accessToken.ts';
import { showApplication } from './applicationTabs.ts';
import { applications, type ApplicationId } from './applications.ts';
import { controlApi, type NamedScenario, type ScenarioInForce } from './controlApi.ts';
import { Controls } from './controls.ts';
import { parseObject } from './envelope.ts';
import { Force } from './force.ts';
import { LogFeed } from './log/logFeed.ts';
import { LogList } from './log/logList.ts';
import { OpenDocument } from './openDocument.ts';
import type { PageFacts } from './pageFacts.ts';
import { Pane } from './pane.ts';
import { newPaneFrame, showPaneFrame } from './paneFrame.ts';
import { titleOf } from './panel/chosenScenario.ts';
import { profileOf } from './userProfile.ts';
import { clearReport, report } from './report.ts';
import { requirementSets } from './requirementSets.ts';
import { onSandboxEvents } from './sandboxEvents.ts';
import { dismissSignInPrompt, signInPrompt } from './signInPrompt.ts';
import { element } from './dom.ts';

/** Everything on the screen: one document, one pane, the panel, and the sandbox behind them. */
export class HostPage {
  readonly #facts: PageFacts;
  readonly #force: Force;
  readonly #log = new LogList();
  readonly #controls: Controls;
  readonly #settings = new Map<string, Map<string, string>>();
  #address: Address;
  #inForce: ScenarioInForce | undefined;
  #document: OpenDocument | undefined;
  #pane: Pane | undefined;

  constructor(facts: PageFacts, scenarios: readonly NamedScenario[], address: Address) {
    this.#facts = facts;
    this.#address = address;
    this.#force = new Force(scenarios, facts.usual);
    this.#controls = new Controls({
      scenarios,
      address,
      members: [...Object.keys(facts.usual), 'files', 'fileCount', 'longWaitsMs'],
      actions: {
        app: (app) => this.#switch(app),
        scenario: (scenario) => this.#choose({ scenario }),
        compose: (composed) => this.#choose({ composed }),
        user: (change) => this.#choose({ ...this.#force.linkOf(this.#known()), ...change }),
        reset: () => this.#reset(),
        reload: async () => {
          // The event that announces a scenario may still be on its way.
          this.#scenarioIs(await controlApi.scenario());
          await this.#open();
        },
        look: (look) => this.#move(look),
        reopen: async (change) => {
          this.#move(change);
          await this.#open();
        },
        link: () => this.#link(),
      },
    });
  }

  async start(): Promise<void> {
    const choice = choiceIn(this.#address);
    if (Object.keys(choice).length > 0) await this.#force.put(choice).catch(report);
    this.#scenarioIs(await controlApi.scenario());
    await this.#open();
    const feed = new LogFeed(this.#log, controlApi.log);
    let isLost = false;
    onSandboxEvents({
      scenario: (inForce) => {
        this.#scenarioIs(inForce);
        feed.scenario(titleOf(this.#force.namedOf(inForce))).catch(report);
      },
      log: (entry) => feed.entry(entry),
      document: ({ app, content }) => {
        if (app === this.#address.app) this.#document?.replace(content);
      },
      connected: () => {
        if (isLost) clearReport();
        isLost = false;
        feed.connected();
      },
      lost: () => {
        isLost = true;
        report(new Error('The sandbox does not answer. Is it still running?'));
      },
    });
  }

  /** Also when others put it in force: panel, address and prelude follow, the pane is not loaded anew. */
  #scenarioIs(inForce: ScenarioInForce): void {
    this.#inForce = inForce;
    this.#address = withChoice(this.#address, this.#force.choiceOf(inForce));
    this.#controls.scenarioIs(inForce, this.#force.namedOf(inForce), this.#force.shortTextOf(inForce));
    this.#writeAddress();
    this.#pane?.tellFacts();
  }

  /** A newly chosen scenario brings its own user. */
  async #choose(choice: Choice): Promise<void> {
    this.#scenarioIs(await this.#force.put(choice));
    await this.#open();
  }

  async #reset(): Promise<void> {
    this.#log.clear();
    await controlApi.reset();
    this.#scenarioIs(await controlApi.scenario());
    this.#settings.clear();
    await this.#open();
  }

  /** Throws where what is on the screen does not fit into a link. */
  #link(): string {
    const address = withChoice(this.#address, this.#force.linkOf(this.#known()));
    if (address.composed && !isInLink(address)) {
      throw new Error(
        'This scenario is too long for a link. Send its JSON, to be run under "Compose your own".',
      );
    }
    return `${location.origin}/${writeAddress(address)}`;
  }

  async #switch(app: ApplicationId): Promise<void> {
    this.#move({ app });
    await this.#open();
  }

  #move(change: Partial<Address>): void {
    this.#address = { ...this.#address, ...change };
    this.#writeAddress();
    this.#pane?.tellFacts();
  }

  #writeAddress(): void {
    const address = writeAddress(this.#address);
    if (address !== location.search) history.replaceState(null, '', address);
  }

  /** The document and the pane of the application, both anew. */
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
    // Another one was opened while this one was read.
    if (app.id !== this.#address.app) return;
    this.#document = opened;
    const settings = this.#settings.get(app.id) ?? new Map<string, string>();
    this.#settings.set(app.id, settings);
    const frame = newPaneFrame();
    this.#pane = new Pane(frame, {
      app,
      url: this.#address.pane ?? this.#facts.pane,
      locale: this.#address.locale,
      document: opened.model,
      settings,
      facts: () => this.#paneFacts(),
      requirementSets: () => requirementSets(app, this.#scenario()),
      writing: opened.writing,
      accessToken: (load, signal) => this.#accessToken(app.id, load, signal),
      nested: (request, signal) => relayNested(request, signal),
      dialog: (url, code) => {
        controlApi.dialog({ app: app.id, url, code }).catch(report);
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

  #accessToken(app: string, frame: string, signal: AbortSignal): AccessTokenParts {
    return {
      ask: (options, promptAnswer) =>
        controlApi.accessToken({ app, frame, options, ...(promptAnswer ? { promptAnswer } : {}) }, signal),
      prompt: () => signInPrompt(this.#user().name),
    };
  }

  #known(): ScenarioInForce {
    if (!this.#inForce) throw new Error('No scenario is known yet.');
    return this.#inForce;
  }

  #scenario() {
    return this.#known().scenario;
  }

  #user() {
    return profileOf(this.#scenario());
  }

  #paneFacts(): PaneFacts {
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

/** Undefined when the pane that asked is gone. */
async function relayNested(request: string, signal: AbortSignal): Promise<string | undefined> {
  const body = parseObject(request);
  if (!body) return undefined;
  try {
    return JSON.stringify(await controlApi.nested(body, signal));
  } catch (error) {
    if (!signal.aborted) report(error);
    return undefined;
  }
}
