import type { NamedScenario } from '../controlApi.ts';
import { element, make, setText } from '../dom.ts';
import { adjacentScenario } from './scenarioSearch.ts';

export interface CurrentScenarioOptions {
  readonly scenarios: readonly NamedScenario[];
  readonly choose: (scenario: NamedScenario) => void;
}

/** Shows the current scenario, with the buttons for the previous and next one. */
export class CurrentScenarioView {
  readonly #options: CurrentScenarioOptions;
  #id: string | null = null;

  constructor(options: CurrentScenarioOptions) {
    this.#options = options;
    element('previous-scenario', HTMLButtonElement).addEventListener('click', () => this.step(-1));
    element('next-scenario', HTMLButtonElement).addEventListener('click', () => this.step(1));
  }

  step(direction: 1 | -1): void {
    const next = adjacentScenario(this.#options.scenarios, this.#id, direction);
    // Updates the id immediately, because the next key can arrive before the sandbox responds.
    this.#id = next?.id ?? null;
    if (next) this.#options.choose(next);
  }

  /**
   * @param named null: a custom scenario
   * @param composed the scenario as JSON text
   */
  show(named: NamedScenario | null, composed: string): void {
    const { scenarios } = this.#options;
    this.#id = named?.id ?? null;
    setText('scenario-title', titleOf(named));
    setText('scenario-source', named?.source ?? 'Composed on this page, by a test or by a control call.');
    setText('scenario-expected', named?.expected ?? '');
    element('scenario-expected-row', HTMLElement).hidden = !named;
    const id = element('scenario-id', HTMLElement);
    id.replaceChildren(make('code', {}, named?.id ?? composed));
    setText(
      'scenario-place',
      named
        ? `${scenarios.indexOf(named) + 1} of ${scenarios.length}`
        : `${scenarios.length} named scenarios`,
    );
  }
}

export function titleOf(named: NamedScenario | null): string {
  return named?.title ?? 'Custom scenario';
}
