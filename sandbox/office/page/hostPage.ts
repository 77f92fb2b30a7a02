import type { PaneFacts } from '../paneMessages.ts';
import { type Address, personIds, type PersonId, writeAddress } from './address.ts';
import type { AccessTokenParts } from './accessToken.ts';
import { applications, type ApplicationId } from './applications.ts';
import { controlApi, type NamedScenario, type ScenarioInForce } from './controlApi.ts';
import { Controls } from './controls.ts';
import { parseObject } from './envelope.ts';
import { Force, type Choice } from './force.ts';
import { LogList } from './logList.ts';
import { OpenDocument } from './openDocument.ts';
import type { PageFacts } from './pageFacts.ts';
import { Pane } from './pane.ts';
import { newPaneFrame, showPaneFrame } from './paneFrame.ts';
import { personOf } from './people.ts';
import { clearReport, report } from './report.ts';
import { requirementSets } from './requirementSets.ts';
import { onSandboxEvents } from './sandboxEvents.ts';
import { dismissSignInPrompt, signInPrompt } from './signInPrompt.ts';
import { element } from './dom.ts';

/** Everything on the screen: one document, one pane, the panel, and the sandbox behind them. */
export class HostPage {
  readonly #facts: PageFacts;
  readonly #force = new Force();
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
    this.#controls = new Controls(scenarios, address, {
      app: (app) => this.#switch(app),
      choose: (choice) => this.#choose(choice),
      reset: () => this.#reset(),
      reload: () => this.#open(),
      look: (look) => this.#move(look),
      reopen: async (change) => {
        this.#move(change);
        await this.#open();
      },
    });
  }

  async start(): Promise<void> {
    const { scenario, user, signedIn } = this.#address;
    if (scenario ?? user ?? signedIn !== undefined) {
      await this.#put({
        ...(scenario ? { scenario } : {}),
        ...(user ? { user } : {}),
        ...(signedIn === undefined ? {} : { signedIn }),
      }).catch(report);
    }
    this.#scenarioIs(await controlApi.scenario());
    await this.#open();
    onSandboxEvents({
      scenario: (inForce) => {
        this.#scenarioIs(inForce);
        this.#refreshLog();
      },
      log: (entry) => this.#log.add(entry),
      document: ({ app, content }) => {
        if (app === this.#address.app) this.#document?.replace(content);
      },
      connected: clearReport,
      lost: () => report(new Error('The sandbox does not answer. Is it still running?')),
    });
  }

  /** The log is emptied with every scenario; what was said before the stream opened is fetched. */
  #refreshLog(): void {
    controlApi.log().then((entries) => this.#log.replace(entries), report);
  }

  /** Also when others put it in force: panel, address and prelude follow, the pane is not loaded anew. */
  #scenarioIs(inForce: ScenarioInForce): void {
    this.#inForce = inForce;
    const { scenario, user, signedIn } = this.#force.choiceOf(inForce);
    const { scenario: _scenario, user: _user, signedIn: _signedIn, ...rest } = this.#address;
    this.#address = {
      ...rest,
      ...(scenario ? { scenario } : {}),
      ...(isPersonId(user) ? { user } : {}),
      ...(signedIn === undefined ? {} : { signedIn }),
    };
    this.#controls.scenarioIs(inForce, scenario ?? null);
    this.#writeAddress();
    this.#pane?.tellFacts();
  }

  async #choose(choice: Choice): Promise<void> {
    const { scenario, user, signedIn } = this.#address;
    // A newly chosen scenario brings its own user; a changed user keeps the scenario.
    const whole = choice.scenario
      ? choice
      : {
          ...(scenario ? { scenario } : {}),
          ...(user ? { user } : {}),
          ...(signedIn === undefined ? {} : { signedIn }),
          ...choice,
        };
    await this.#put(whole);
    this.#scenarioIs(await controlApi.scenario());
    await this.#open();
  }

  async #put(choice: Choice): Promise<void> {
    const named = choice.scenario ? this.#controls.scenarios.find(choice.scenario) : undefined;
    await this.#force.put(choice, named?.scenario ?? this.#inForce?.scenario ?? {});
  }

  async #reset(): Promise<void> {
    await controlApi.reset();
    this.#scenarioIs(await controlApi.scenario());
    this.#settings.clear();
    await this.#open();
  }

  async #switch(app: ApplicationId): Promise<void> {
    this.#move({ app });
    await this.#open();
  }

  #move(change: Partial<Address>): void {
    this.#address = { ...this.#address, ...change };
    this.#writeAddress();
  }

  #writeAddress(): void {
    history.replaceState(null, '', writeAddress(this.#address));
  }

  /** The document and the pane of the application, both anew. */
  async #open(): Promise<void> {
    this.#pane?.dispose();
    dismissSignInPrompt();
    const app = applications[this.#address.app];
    this.#controls.applicationIs(app, this.#address.mode);
    const view = element('document', HTMLElement);
    view.replaceChildren();
    view.dataset['app'] = app.id;
    const opened = await OpenDocument.open({
      app,
      mode: this.#address.mode,
      user: () => this.#person(),
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
      url: this.#address.pane ?? `${this.#facts.addinOrigin}/taskpane.html`,
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
      prompt: () => signInPrompt(this.#person().name),
    };
  }

  #scenario() {
    if (!this.#inForce) throw new Error('No scenario is known yet.');
    return this.#inForce.scenario;
  }

  #person() {
    return personOf(this.#scenario());
  }

  #paneFacts(): PaneFacts {
    const { popups, nestedAppAuth } = this.#scenario();
    return { popups, nestedAppAuth: nestedAppAuth !== false };
  }
}

function isPersonId(user: string | undefined): user is PersonId {
  return personIds.some((id) => id === user);
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
