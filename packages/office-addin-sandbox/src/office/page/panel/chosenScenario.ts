import type { NamedScenario } from '../controlApi.ts';
import { element, make, setText } from '../dom.ts';
import { neighbour } from './scenarioSearch.ts';

export interface ChosenScenarioParts {
  readonly scenarios: readonly NamedScenario[];
  readonly choose: (scenario: NamedScenario) => void;
}

/** The scenario in force: cause and ending, and the way to the one before and after it. */
export class ChosenScenario {
  readonly #parts: ChosenScenarioParts;
  #id: string | null = null;

  constructor(parts: ChosenScenarioParts) {
    this.#parts = parts;
    element('previous-scenario', HTMLButtonElement).addEventListener('click', () => this.walk(-1));
    element('next-scenario', HTMLButtonElement).addEventListener('click', () => this.walk(1));
  }

  walk(step: 1 | -1): void {
    const next = neighbour(this.#parts.scenarios, this.#id, step);
    // Keys come faster than answers: the next step goes on from here.
    this.#id = next?.id ?? null;
    if (next) this.#parts.choose(next);
  }

  /** @param named null: one without a name, @param composed as JSON text. */
  show(named: NamedScenario | null, composed: string): void {
    const { scenarios } = this.#parts;
    this.#id = named?.id ?? null;
    setText('scenario-title', titleOf(named));
    setText('scenario-source', named?.source ?? 'Composed by hand, by a test or by a control call.');
    setText('scenario-expected', named?.expected ?? '');
    element('scenario-expected-row', HTMLElement).hidden = !named;
    const id = element('scenario-id', HTMLElement);
    id.replaceChildren(make('code', {}, named?.id ?? composed));
    setText(
      'scenario-place',
      named ? `${scenarios.indexOf(named) + 1} of ${scenarios.length}` : `${scenarios.length} with a name`,
    );
  }
}

export function titleOf(named: NamedScenario | null): string {
  return named?.title ?? 'A scenario without a name';
}
