import type { Scenario, ScenarioInput } from '../../scenario.ts';
import type { Choice } from './address.ts';
import { controlApi, type NamedScenario, type ScenarioInForce } from './controlApi.ts';
import { asObject } from './envelope.ts';
import { shortScenario } from './shortScenario.ts';

/**
 * Puts a choice in force and remembers it: the sandbox keeps no name for a composed scenario, and the panel would
 * otherwise not know its own choice again when the sandbox reports the change.
 */
export class Force {
  readonly #scenarios: readonly NamedScenario[];
  readonly #usual: Scenario;
  #own: { text: string; choice: Choice } | undefined;

  constructor(scenarios: readonly NamedScenario[], usual: Scenario) {
    this.#scenarios = scenarios;
    this.#usual = usual;
  }

  /** Throws with a sentence for the user when the composed one is not good. */
  async put(choice: Choice): Promise<ScenarioInForce> {
    const { scenario, composed, user, signedIn } = choice;
    const named = this.#scenarios.find(({ id }) => id === scenario);
    // One that does not exist is put too: the sandbox says so.
    if (scenario && (!named || (user === undefined && signedIn === undefined))) {
      return controlApi.putScenario({ id: scenario });
    }
    const whole = {
      ...(composed ? readComposed(composed) : named?.scenario),
      ...(user === undefined ? {} : { user }),
      ...(signedIn === undefined ? {} : { signedInToOffice: signedIn }),
    };
    const answer = await controlApi.putScenario({ scenario: whole });
    this.#own = { text: JSON.stringify(answer.scenario), choice };
    return answer;
  }

  /** The choice behind what is in force; nothing is known of one that others composed. */
  choiceOf({ id, scenario }: ScenarioInForce): Choice {
    if (id !== null) return { scenario: id };
    return this.#own?.text === JSON.stringify(scenario) ? this.#own.choice : {};
  }

  /** The same, and one that others composed is written out: what a link has to say. */
  linkOf(inForce: ScenarioInForce): Choice {
    const choice = this.choiceOf(inForce);
    const short = this.shortTextOf(inForce);
    return Object.keys(choice).length > 0 || short === '{}' ? choice : { composed: short };
  }

  /** The named scenario that this is, perhaps with another user or session; null: one without a name. */
  namedOf(inForce: ScenarioInForce): NamedScenario | null {
    const { composed, scenario } = this.linkOf(inForce);
    if (composed) return null;
    const [usual] = this.#scenarios;
    return (scenario ? this.#scenarios.find(({ id }) => id === scenario) : usual) ?? null;
  }

  /** What differs from a sandbox in which everything works, as JSON text; `{}`: nothing. */
  shortTextOf({ scenario }: ScenarioInForce): string {
    return JSON.stringify(shortScenario(scenario, this.#usual));
  }
}

/** Throws with a sentence for the user. What stands in it the sandbox checks. */
export function readComposed(text: string): ScenarioInput {
  try {
    const read: unknown = JSON.parse(text);
    if (asObject(read) && !Array.isArray(read)) return read as ScenarioInput;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error(`The scenario is not JSON: ${error.message}`, { cause: error });
  }
  throw new Error('The scenario has to be one JSON object, such as {"getAccessToken": [13005]}.');
}
