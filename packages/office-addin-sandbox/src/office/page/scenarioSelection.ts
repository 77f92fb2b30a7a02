import type { Scenario, ScenarioInput } from '../../scenario.ts';
import type { Choice } from './address.ts';
import { controlApi, type NamedScenario, type CurrentScenario } from './controlApi.ts';
import { asObject } from './envelope.ts';
import { compactScenario } from './compactScenario.ts';

/**
 * Applies a choice and remembers it: the sandbox keeps no name for a composed scenario, so the panel couldn't recognize
 * its own choice when the sandbox reports the change.
 */
export class ScenarioSelection {
  readonly #scenarios: readonly NamedScenario[];
  readonly #defaults: Scenario;
  #lastApplied: { text: string; choice: Choice } | undefined;

  /** @param defaults the default scenario */
  constructor(scenarios: readonly NamedScenario[], defaults: Scenario) {
    this.#scenarios = scenarios;
    this.#defaults = defaults;
  }

  /** Throws an Error with a message for the user if the scenario is invalid. */
  async apply(choice: Choice): Promise<CurrentScenario> {
    const { scenario, composed, user, signedIn } = choice;
    const named = this.#scenarios.find(({ id }) => id === scenario);
    // Also sends an unknown id: the sandbox returns the error message.
    if (scenario && (!named || (user === undefined && signedIn === undefined))) {
      return controlApi.putScenario({ id: scenario });
    }
    const input = {
      ...(composed ? parseComposed(composed) : named?.scenario),
      ...(user === undefined ? {} : { user }),
      ...(signedIn === undefined ? {} : { signedInToOffice: signedIn }),
    };
    const applied = await controlApi.putScenario({ scenario: input });
    this.#lastApplied = { text: JSON.stringify(applied.scenario), choice };
    return applied;
  }

  /** Returns the choice that led to the scenario; empty for a scenario composed elsewhere. */
  choiceOf({ id, scenario }: CurrentScenario): Choice {
    if (id !== null) return { scenario: id };
    return this.#lastApplied?.text === JSON.stringify(scenario) ? this.#lastApplied.choice : {};
  }

  /** Returns the choice for a link, which includes the JSON of a scenario composed elsewhere. */
  shareableChoiceOf(current: CurrentScenario): Choice {
    const choice = this.choiceOf(current);
    const json = this.compactJsonOf(current);
    return Object.keys(choice).length > 0 || json === '{}' ? choice : { composed: json };
  }

  /** Returns the named scenario, even with another user or session; null: a custom scenario. */
  namedScenarioOf(current: CurrentScenario): NamedScenario | null {
    const { composed, scenario } = this.shareableChoiceOf(current);
    if (composed) return null;
    const [defaultScenario] = this.#scenarios;
    return (scenario ? this.#scenarios.find(({ id }) => id === scenario) : defaultScenario) ?? null;
  }

  /** Returns the members that differ from the default scenario, as JSON text. */
  compactJsonOf({ scenario }: CurrentScenario): string {
    return JSON.stringify(compactScenario(scenario, this.#defaults));
  }
}

/** Checks only that the text is a JSON object; the sandbox validates its members. Throws an Error with a message for the user. */
export function parseComposed(text: string): ScenarioInput {
  try {
    const parsed: unknown = JSON.parse(text);
    if (asObject(parsed) && !Array.isArray(parsed)) return parsed as ScenarioInput;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error(`The scenario is not valid JSON: ${error.message}`, { cause: error });
  }
  throw new Error('The scenario must be a JSON object, such as {"getAccessToken": [13005]}.');
}
