import type { NamedScenario } from './controlApi.ts';
import { element, make, setText } from './dom.ts';

const groupNames: Readonly<Record<string, string>> = {
  getAccessToken: 'Office gives no token',
  server: 'Server, Entra ID and Graph',
  dialog: 'Sign-in dialog',
  nested: 'Nested app authentication',
  other: 'People, files, speed',
};

/** All scenarios by group, narrowed down by typing; arrow keys move, Enter chooses. */
export class ScenarioList {
  readonly #list = element('scenarios', HTMLElement);
  readonly #search = element('scenario-search', HTMLInputElement);
  readonly #scenarios: readonly NamedScenario[];
  #chosen: string | null = null;

  constructor(scenarios: readonly NamedScenario[], choose: (scenario: NamedScenario) => void) {
    this.#scenarios = scenarios;
    this.#search.addEventListener('input', () => this.#draw(choose));
    this.#search.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      this.#list.querySelector('button')?.focus();
    });
    this.#list.addEventListener('keydown', (event) => this.#move(event));
    this.#draw(choose);
  }

  find(id: string | null): NamedScenario | undefined {
    return this.#scenarios.find((scenario) => scenario.id === id);
  }

  /** @param id null: one that was composed and has no name. */
  mark(id: string | null): void {
    this.#chosen = id;
    for (const button of this.#buttons()) {
      setCurrent(button, button.dataset['id'] === id);
      if (button.dataset['id'] === id) button.scrollIntoView({ block: 'nearest' });
    }
    const chosen = this.find(id);
    setText('scenario-title', chosen?.title ?? 'A scenario without a name');
    setText('scenario-source', chosen?.source ?? 'Composed by a test or by the control calls.');
    setText('scenario-expected', chosen?.expected ?? '');
    element('scenario-expected-row', HTMLElement).hidden = !chosen?.expected;
  }

  #draw(choose: (scenario: NamedScenario) => void): void {
    const words = this.#search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.#scenarios.filter((scenario) => {
      const text = [scenario.id, scenario.title, scenario.source, scenario.code].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
    // "Everything works" comes first and needs no group of its own.
    const [first] = this.#scenarios;
    const groups = byGroup(found, (scenario) => (scenario === first ? '' : (scenario.group ?? 'other')));
    this.#list.replaceChildren(
      ...[...groups].map(([group, members]) => {
        const name = groupNames[group] ?? group;
        const items = make(
          'ul',
          name ? { 'aria-label': name } : {},
          ...members.map((one) => this.#item(one, choose)),
        );
        return make('section', {}, ...(name ? [make('h3', {}, name)] : []), items);
      }),
    );
    if (found.length === 0) this.#list.append(make('p', { class: 'hint' }, 'No scenario has these words.'));
  }

  #item(scenario: NamedScenario, choose: (scenario: NamedScenario) => void): HTMLElement {
    const button = make(
      'button',
      { type: 'button', 'data-testid': 'scenario-option', 'data-id': scenario.id, title: scenario.id },
      scenario.title,
    );
    setCurrent(button, scenario.id === this.#chosen);
    button.addEventListener('click', () => choose(scenario));
    return make('li', {}, button);
  }

  #move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = this.#buttons();
    const next = buttons.findIndex((button) => button === document.activeElement) + step;
    (next < 0 ? this.#search : buttons[Math.min(next, buttons.length - 1)])?.focus();
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.#list.querySelectorAll('button')];
  }
}

function byGroup(
  scenarios: readonly NamedScenario[],
  groupOf: (scenario: NamedScenario) => string,
): Map<string, NamedScenario[]> {
  const groups = new Map<string, NamedScenario[]>();
  for (const scenario of scenarios) {
    const group = groupOf(scenario);
    groups.set(group, [...(groups.get(group) ?? []), scenario]);
  }
  return groups;
}

function setCurrent(button: HTMLElement, current: boolean): void {
  if (current) button.setAttribute('aria-current', 'true');
  else button.removeAttribute('aria-current');
}
