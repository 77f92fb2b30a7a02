import { scenarioGroups } from '../../../scenarios/groups.ts';
import type { NamedScenario } from '../controlApi.ts';
import { element, make, setText } from '../dom.ts';
import { stepThrough } from '../stepThrough.ts';
import { byGroup, findScenarios } from './scenarioSearch.ts';

/** All scenarios by group, narrowed down by typing; arrow keys move, Enter chooses. */
export class ScenarioList {
  readonly #list = element('scenarios', HTMLElement);
  readonly #search = element('scenario-search', HTMLInputElement);
  readonly #scenarios: readonly NamedScenario[];
  readonly #choose: (scenario: NamedScenario) => void;
  #running: string | null = null;

  constructor(scenarios: readonly NamedScenario[], choose: (scenario: NamedScenario) => void) {
    this.#scenarios = scenarios;
    this.#choose = choose;
    this.#search.addEventListener('input', () => this.#draw());
    this.#search.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#searchFor('');
      if (event.key !== 'ArrowDown' || event.altKey) return;
      event.preventDefault();
      this.#list.querySelector<HTMLElement>('button, summary')?.focus();
    });
    stepThrough(this.#list, 'button, summary', this.#search);
    this.#draw();
  }

  /** @param id null: one that was composed and has no name. */
  mark(id: string | null): void {
    this.#running = id;
    for (const button of this.#list.querySelectorAll('button')) {
      markRunning(button, button.dataset['id'] === id);
    }
    const running = this.#list.querySelector<HTMLElement>('[aria-current]');
    running?.closest('details')?.setAttribute('open', '');
    if (running) this.#scrollTo(running);
  }

  /** The list alone moves: scrollIntoView would take a small screen along. */
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
    const text = this.#search.value;
    const found = findScenarios(this.#scenarios, text);
    // "Everything works" stands before the groups.
    const [usual] = this.#scenarios;
    const first = found.filter((scenario) => scenario === usual);
    const rest = found.filter((scenario) => scenario !== usual);
    this.#list.replaceChildren(
      ...(first.length > 0 ? [this.#items('Start here', first)] : []),
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
        details.open = text.trim() !== '' || members.some(({ id }) => id === this.#running);
        return details;
      }),
    );
    setText('scenario-found', text.trim() === '' ? '' : foundText(found.length));
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
    markRunning(button, id === this.#running);
    button.addEventListener('click', () => this.#choose(scenario));
    return make('li', {}, button);
  }
}

function markRunning(button: HTMLElement, running: boolean): void {
  if (running) button.setAttribute('aria-current', 'true');
  else button.removeAttribute('aria-current');
}

function foundText(count: number): string {
  if (count === 0) return 'No scenario has these words.';
  return count === 1 ? 'One scenario' : `${count} scenarios`;
}
