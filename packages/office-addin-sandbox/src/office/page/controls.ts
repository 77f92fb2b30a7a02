import type { EventRuntime } from '../../control/launchEvents.ts';
import { defaultMode, type Address, type UserId } from './address.ts';
import { appearance } from './appearance.ts';
import { drawApplicationTabs } from './applicationTabs.ts';
import type { ApplicationId } from './applications.ts';
import type { NamedScenario, CurrentScenario } from './controlApi.ts';
import { copyLink } from './copyLink.ts';
import { element, setText } from './dom.ts';
import { eventRuntimeChoice } from './events/eventButtons.ts';
import { introduction } from './introduction.ts';
import { paneWidth } from './paneWidth.ts';
import { CurrentScenarioView } from './panel/currentScenarioView.ts';
import { scenarioComposer } from './panel/scenarioComposer.ts';
import { panelWidth } from './panel/panelWidth.ts';
import { UserChooser } from './panel/userChooser.ts';
import { ScenarioList } from './panel/scenarioList.ts';
import { collapsible } from './collapsible.ts';
import { clearError, showError } from './errorBanner.ts';
import { shortcuts } from './shortcuts.ts';

export interface ControlActions {
  readonly app: (app: ApplicationId) => Promise<void>;
  readonly scenario: (id: string) => Promise<void>;
  /** @param text JSON, not validated */
  readonly compose: (text: string) => Promise<void>;
  readonly user: (change: { user: UserId } | { signedIn: boolean }) => Promise<void>;
  /** Opens the pane again after it was closed. */
  readonly openPane: () => void;
  readonly reset: () => Promise<void>;
  readonly reload: () => Promise<void>;
  /** Applies a change without reloading the pane. */
  readonly update: (change: Partial<Address>) => void;
  /** Applies a change and reloads the pane. */
  readonly reopen: (change: Partial<Address>) => Promise<void>;
  readonly eventRuntime: (runtime: EventRuntime) => void;
  /** Returns a link to the current state of the page. */
  readonly link: () => string;
}

export interface ControlOptions {
  readonly scenarios: readonly NamedScenario[];
  /** Applications of the add-ins. */
  readonly apps: readonly ApplicationId[];
  readonly address: Address;
  /** Members that a scenario can have. */
  readonly members: readonly string[];
  readonly actions: ControlActions;
}

/** The controls around document and pane. */
export class Controls {
  readonly #list: ScenarioList;
  readonly #current: CurrentScenarioView;
  readonly #user: UserChooser;
  #composed = '{}';

  constructor({ scenarios, apps, address, members, actions }: ControlOptions) {
    const choose = ({ id }: NamedScenario) => run(actions.scenario(id));
    this.#list = new ScenarioList(scenarios, choose);
    this.#current = new CurrentScenarioView({ scenarios, choose });
    this.#user = new UserChooser({
      user: (user) => run(actions.user({ user })),
      signedIn: (signedIn) => run(actions.user({ signedIn })),
    });
    scenarioComposer({ members, run: actions.compose, current: () => this.#composed });
    drawApplicationTabs(apps, (app) => run(actions.app(app)));
    appearance(address, {
      locale: (locale) => run(actions.reopen({ locale })),
      mode: (mode) => run(actions.reopen({ mode })),
      phone: (phone) => run(actions.reopen({ phone, mode: defaultMode(phone) })),
      theme: (theme) => actions.update({ theme }),
    });
    element('reset', HTMLButtonElement).addEventListener('click', () => run(actions.reset()));
    element('open-pane', HTMLButtonElement).addEventListener('click', () => actions.openPane());
    element('reload', HTMLButtonElement).addEventListener('click', () => run(actions.reload()));
    eventRuntimeChoice(address.eventRuntime, { runtime: actions.eventRuntime });
    copyLink(actions.link);
    introduction();
    panelWidth();
    paneWidth(address.width, (width) => actions.update({ width }));
    const setup = collapsible('setup', 'setup-toggle');
    collapsible('traffic-list', 'traffic-toggle');
    shortcuts(
      (step) => this.#current.step(step),
      () => setup.open(),
    );
  }

  /**
   * @param named null: a custom scenario
   * @param composed the scenario as JSON text
   */
  showScenario({ scenario }: CurrentScenario, named: NamedScenario | null, composed: string): void {
    this.#composed = composed;
    setText('setup-scenario', named?.id ?? 'custom');
    this.#list.mark(named?.id ?? null);
    this.#current.show(named, composed);
    this.#user.show(scenario);
  }

  /** Takes the focus when the user tabs out of the pane. @param direction 1: forward, -1: backward */
  takeFocus(direction: 1 | -1): void {
    const [firstTab] = document.querySelectorAll<HTMLElement>('#tabs button');
    (direction === 1 && firstTab ? firstTab : element('pane-width', HTMLElement)).focus();
  }
}

function run(work: Promise<void>): void {
  clearError();
  work.catch(showError);
}
