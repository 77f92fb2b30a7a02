import { people } from '../../people.ts';
import { personIds, type Address, type Theme } from './address.ts';
import { applicationIds, applications, type Application, type ApplicationId } from './applications.ts';
import type { NamedScenario, ScenarioInForce } from './controlApi.ts';
import { element, make, setText } from './dom.ts';
import type { Choice } from './force.ts';
import { paneWidth } from './paneWidth.ts';
import { clearReport, report } from './report.ts';
import { ScenarioList } from './scenarioList.ts';

export interface ControlActions {
  readonly app: (app: ApplicationId) => Promise<void>;
  readonly choose: (choice: Choice) => Promise<void>;
  readonly reset: () => Promise<void>;
  readonly reload: () => Promise<void>;
  /** A change that the pane does not notice. */
  readonly look: (change: Partial<Address>) => void;
  /** A change that only a newly loaded pane notices. */
  readonly reopen: (change: Partial<Address>) => Promise<void>;
}

/** Names in their own language, in the order of the product's languages. */
const locales: Readonly<Record<string, string>> = {
  'en-US': 'English',
  'ja-JP': '日本語',
  'pt-BR': 'Português (Brasil)',
  'th-TH': 'ไทย',
  'de-DE': 'Deutsch',
  'ar-SA': 'العربية',
};

/** The controls around document and pane: what they show, and what they set off. */
export class Controls {
  readonly scenarios: ScenarioList;
  readonly #user = element('user', HTMLSelectElement);
  readonly #signedIn = element('signed-in', HTMLInputElement);
  readonly #mode = element('mode-row', HTMLElement);

  constructor(scenarios: readonly NamedScenario[], address: Address, actions: ControlActions) {
    const run = (work: () => Promise<void>) => () => {
      clearReport();
      work().catch(report);
    };
    this.scenarios = new ScenarioList(scenarios, ({ id }) => run(() => actions.choose({ scenario: id }))());
    this.#drawTabs((app) => run(() => actions.app(app))());
    this.#user.append(
      ...personIds.map((id) =>
        make('option', { value: id }, `${people[id].displayName} (${people[id].tenant.name})`),
      ),
    );
    this.#user.addEventListener('change', () => run(() => actions.choose({ user: this.#user.value }))());
    this.#signedIn.addEventListener('change', () =>
      run(() => actions.choose({ signedIn: this.#signedIn.checked }))(),
    );
    element('reset', HTMLButtonElement).addEventListener('click', run(actions.reset));
    element('reload', HTMLButtonElement).addEventListener('click', run(actions.reload));
    this.#selects(address, actions, run);
    paneWidth(address.width, (width) => actions.look({ width }));
  }

  scenarioIs({ scenario }: ScenarioInForce, id: string | null): void {
    this.scenarios.mark(id);
    this.#user.value = scenario.user;
    this.#signedIn.checked = scenario.signedInToOffice;
    setText(
      'user-now',
      scenario.signedInToOffice
        ? `Signed in: ${people[scenario.user].displayName}`
        : 'Nobody is signed in to Office',
    );
  }

  applicationIs(app: Application, mode: Address['mode']): void {
    for (const id of applicationIds) {
      const tab = element(`tab-${id}`, HTMLButtonElement);
      if (id === app.id) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    setText('document-name', app.id === 'outlook' && mode === 'read' ? 'Inbox' : app.documentName);
    this.#mode.hidden = app.id !== 'outlook';
    document.title = `${app.name} – Office sandbox`;
  }

  /** The user tabbed out of the pane, forward or backward. */
  takeFocus(direction: 1 | -1): void {
    element(direction === 1 ? 'tab-word' : 'pane-width', HTMLElement).focus();
  }

  #drawTabs(open: (app: ApplicationId) => void): void {
    element('tabs', HTMLElement).append(
      ...applicationIds.map((id) => {
        const tab = make(
          'button',
          { type: 'button', id: `tab-${id}`, 'data-testid': `app-${id}` },
          applications[id].name,
        );
        tab.addEventListener('click', () => open(id));
        return tab;
      }),
    );
  }

  #selects(address: Address, actions: ControlActions, run: (work: () => Promise<void>) => () => void): void {
    const locale = element('locale', HTMLSelectElement);
    const known = { ...locales, ...(address.locale in locales ? {} : { [address.locale]: address.locale }) };
    locale.append(...Object.entries(known).map(([id, name]) => make('option', { value: id }, name)));
    locale.value = address.locale;
    locale.addEventListener('change', () => run(() => actions.reopen({ locale: locale.value }))());

    const mode = element('mode', HTMLSelectElement);
    mode.value = address.mode;
    mode.addEventListener('change', () =>
      run(() => actions.reopen({ mode: mode.value === 'read' ? 'read' : 'compose' }))(),
    );

    const theme = element('theme', HTMLSelectElement);
    theme.value = address.theme ?? '';
    showTheme(address.theme);
    theme.addEventListener('change', () => {
      const chosen = theme.value === 'dark' || theme.value === 'light' ? theme.value : undefined;
      showTheme(chosen);
      actions.look({ theme: chosen } as Partial<Address>);
    });
  }
}

function showTheme(theme: Theme | undefined): void {
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}
