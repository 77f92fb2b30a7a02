import { scenarioGroups } from '../../../scenarios/groups.ts';
import type { NamedScenario } from '../controlApi.ts';
import { element, make, setText } from '../dom.ts';
import { arrowKeyNavigation } from '../arrowKeyNavigation.ts';
import { byGroup, findScenarios } from './scenarioSearch.ts';

/** The scenarios by group, with a search. Arrow keys move the focus; Enter chooses, in the search field the only hit. */
export class ScenarioList {
  readonly #list = element('scenarios', HTMLElement);
  readonly #search = element('scenario-search', HTMLInputElement);
  readonly #scenarios: readonly NamedScenario[];
  readonly #choose: (scenario: NamedScenario) => void;
  #currentId: string | null = null;
  #found: readonly NamedScenario[] = [];

  constructor(scenarios: readonly NamedScenario[], choose: (scenario: NamedScenario) => void) {
    this.#scenarios = scenarios;
    this.#choose = choose;
    this.#search.addEventListener('input', () => this.#draw());
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#searchFor('');
      if (event.key === 'Enter' && !event.isComposing) this.#chooseOnlyHit();
      if (event.key !== 'ArrowDown' || event.altKey) return;
      event.preventDefault();
      // After a search, skips the group: Enter on it would close it instead of choosing a scenario.
      const first = this.#isSearching ? 'button' : 'button, summary';
      this.#list.querySelector<HTMLElement>(first)?.focus();
    });
    arrowKeyNavigation(this.#list, 'button, summary', this.#search);
    this.#draw();
  }

  /** Marks the current scenario. @param id null: a custom scenario */
  mark(id: string | null): void {
    this.#currentId = id;
    for (const button of this.#list.querySelectorAll('button')) {
      markCurrent(button, button.dataset['id'] === id);
    }
    const current = this.#list.querySelector<HTMLElement>('[aria-current]');
    current?.closest('details')?.setAttribute('open', '');
    if (current) this.#scrollTo(current);
  }

  get #isSearching(): boolean {
    return this.#search.value.trim() !== '';
  }

  #chooseOnlyHit(): void {
    const [hit, ...others] = this.#found;
    if (this.#isSearching && hit && others.length === 0) this.#choose(hit);
  }

  /** Scrolls only the list: scrollIntoView would also scroll the page on a small screen. */
  #scrollTo(item: HTMLElement): void {
    const list = this.#list;
    const top = item.getBoundingClientRect().top - list.getBoundingClientRect().top;
    if (top < 60) list.scrollTop += top - 60;
    const below = top + item.offsetHeight - list.clientHeight;
    if (below > 0) list.scrollTop += below;
  }

  #searchFor(text: string): void {
    this.#search.value = text;
    this.#draw();
  }

  #draw(): void {
    const found = findScenarios(this.#scenarios, this.#search.value);
    this.#found = found;
    // The default scenario comes before the groups.
    const [defaultScenario] = this.#scenarios;
    const first = found.filter((scenario) => scenario === defaultScenario);
    const rest = found.filter((scenario) => scenario !== defaultScenario);
    this.#list.replaceChildren(
      ...(first.length > 0 ? [this.#items('Default', first)] : []),
      ...[...byGroup(rest)].map(([group, members]) => {
        const { name, about } = scenarioGroups[group];
        const details = make(
          'details',
          { 'data-testid': 'scenario-group', 'data-group': group },
          make(
            'summary',
            {},
            make('span', { class: 'group-name' }, name),
            make('span', { class: 'count' }, String(members.length)),
            make('small', {}, about),
          ),
          this.#items(name, members),
        );
        details.open = this.#isSearching || members.some(({ id }) => id === this.#currentId);
        return details;
      }),
    );
    setText('scenario-found', this.#isSearching ? foundText(found.length) : '');
  }

  #items(name: string, members: readonly NamedScenario[]): HTMLElement {
    return make('ul', { 'aria-label': name }, ...members.map((scenario) => this.#item(scenario)));
  }

  #item(scenario: NamedScenario): HTMLElement {
    const { id, title, expected } = scenario;
    const button = make(
      'button',
      { type: 'button', 'data-testid': 'scenario-option', 'data-id': id, title: `${id}: ${expected}` },
      make('span', { class: 'scenario-name' }, title),
      make('small', {}, expected),
    );
    markCurrent(button, id === this.#currentId);
    button.addEventListener('click', () => this.#choose(scenario));
    return make('li', {}, button);
  }
}

function markCurrent(button: HTMLElement, isCurrent: boolean): void {
  if (isCurrent) button.setAttribute('aria-current', 'true');
  else button.removeAttribute('aria-current');
}

function foundText(count: number): string {
  if (count === 0) return 'No matching scenarios';
  return count === 1 ? '1 scenario – press Enter to run it' : `${count} scenarios`;
}
