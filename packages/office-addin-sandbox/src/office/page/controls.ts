import type { Address, UserId } from './address.ts';
import { appearance } from './appearance.ts';
import { drawApplicationTabs } from './applicationTabs.ts';
import type { ApplicationId } from './applications.ts';
import type { NamedScenario, ScenarioInForce } from './controlApi.ts';
import { copyLink } from './copyLink.ts';
import { element } from './dom.ts';
import { introduction } from './introduction.ts';
import { paneWidth } from './paneWidth.ts';
import { ChosenScenario } from './panel/chosenScenario.ts';
import { ownScenario } from './panel/ownScenario.ts';
import { panelWidth } from './panel/panelWidth.ts';
import { UserChooser } from './panel/userChooser.ts';
import { ScenarioList } from './panel/scenarioList.ts';
import { clearReport, report } from './report.ts';
import { shortcuts } from './shortcuts.ts';

export interface ControlActions {
  readonly app: (app: ApplicationId) => Promise<void>;
  readonly scenario: (id: string) => Promise<void>;
  /** @param text JSON, of which nothing is known. */
  readonly compose: (text: string) => Promise<void>;
  readonly user: (change: { user: UserId } | { signedIn: boolean }) => Promise<void>;
  readonly reset: () => Promise<void>;
  readonly reload: () => Promise<void>;
  /** A change that the pane does not have to be loaded anew for. */
  readonly look: (change: Partial<Address>) => void;
  /** A change that only a newly loaded pane notices. */
  readonly reopen: (change: Partial<Address>) => Promise<void>;
  /** To what is on the screen. */
  readonly link: () => string;
}

export interface ControlParts {
  readonly scenarios: readonly NamedScenario[];
  readonly address: Address;
  /** Members that a scenario can have. */
  readonly members: readonly string[];
  readonly actions: ControlActions;
}

/** The controls around document and pane: what they show, and what they set off. */
export class Controls {
  readonly #list: ScenarioList;
  readonly #chosen: ChosenScenario;
  readonly #user: UserChooser;
  #composed = '{}';

  constructor({ scenarios, address, members, actions }: ControlParts) {
    const choose = ({ id }: NamedScenario) => run(actions.scenario(id));
    this.#list = new ScenarioList(scenarios, choose);
    this.#chosen = new ChosenScenario({ scenarios, choose });
    this.#user = new UserChooser({
      user: (user) => run(actions.user({ user })),
      signedIn: (signedIn) => run(actions.user({ signedIn })),
    });
    ownScenario({ members, run: actions.compose, running: () => this.#composed });
    drawApplicationTabs((app) => run(actions.app(app)));
    appearance(address, {
      locale: (locale) => run(actions.reopen({ locale })),
      mode: (mode) => run(actions.reopen({ mode })),
      theme: (theme) => actions.look({ theme }),
    });
    element('reset', HTMLButtonElement).addEventListener('click', () => run(actions.reset()));
    element('reload', HTMLButtonElement).addEventListener('click', () => run(actions.reload()));
    copyLink(actions.link);
    introduction();
    panelWidth();
    paneWidth(address.width, (width) => actions.look({ width }));
    shortcuts((step) => this.#chosen.walk(step));
  }

  /** @param named null: one without a name. @param composed the same as JSON text. */
  scenarioIs({ scenario }: ScenarioInForce, named: NamedScenario | null, composed: string): void {
    this.#composed = composed;
    this.#list.mark(named?.id ?? null);
    this.#chosen.show(named, composed);
    this.#user.show(scenario);
  }

  /** The user tabbed out of the pane, forward or backward. */
  takeFocus(direction: 1 | -1): void {
    element(direction === 1 ? 'tab-word' : 'pane-width', HTMLElement).focus();
  }
}

function run(work: Promise<void>): void {
  clearReport();
  work.catch(report);
}
